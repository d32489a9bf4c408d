package org.antiphon.training.shard;

import java.io.IOException;
import java.nio.file.Path;

/** A shard is not what was written: cut short, overwritten, of another version. Preparing again makes it anew. */
public final class ShardDamaged extends IOException {

    private static final long serialVersionUID = 1L;

    ShardDamaged(Path file, String what) {
        super(file + " is damaged (" + what
                + "); run prepare once more: it makes this shard anew and keeps the others");
    }

    ShardDamaged(Path file, String what, Throwable cause) {
        this(file, what);
        initCause(cause);
    }
}
