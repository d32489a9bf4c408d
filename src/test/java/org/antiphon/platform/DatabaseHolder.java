package org.antiphon.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;

/** A process of its own that keeps an embedded database open, writes a row and waits to be killed. */
final class DatabaseHolder {

    private DatabaseHolder() {}

    public static void main(String[] args) throws IOException, SQLException {
        EmbeddedDatabase database = EmbeddedDatabase.start(DataFolder.take(Path.of(args[0])));
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (note text)");
            statement.execute("insert into kept values ('written before the kill')");
        }
        System.out.println("ready");
        while (true) {
            LockSupport.parkNanos(Long.MAX_VALUE);
        }
    }
}
