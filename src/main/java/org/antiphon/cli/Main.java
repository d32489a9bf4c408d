package org.antiphon.cli;

import io.quarkus.runtime.annotations.QuarkusMain;

/** Where the program starts. Without a command it serves. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... args) {
        int exit = Antiphon.commandLine().execute(args.length == 0 ? new String[] {"serve"} : args);
        System.exit(exit);
    }
}
