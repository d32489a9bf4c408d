package org.antiphon.training.preparation;

import java.nio.charset.StandardCharsets;
import org.antiphon.training.shard.Hashes;

/** Names of files for names of recordings, which may hold anything: other names, other files, on every file system. */
final class FileNames {

    private static final int LONGEST = 120;

    private FileNames() {}

    static String of(String id) {
        StringBuilder name = new StringBuilder();
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_' || b == '-';
            if (plain) {
                name.append((char) b);
            } else if (b == '/') {
                name.append('+');
            } else {
                name.append(String.format("=%02x", b & 0xFF));
            }
        }
        return name.length() <= LONGEST
                ? name.toString()
                : name.substring(0, LONGEST) + "=" + Hashes.ofText(id).substring(0, 16);
    }
}
