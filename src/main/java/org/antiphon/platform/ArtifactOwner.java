package org.antiphon.platform;

/**
 * Whoever names files of the artifact store in rows. A file that no owner names is deleted after a while, so every package
 * that keeps digests in the database has a bean that says so.
 */
public interface ArtifactOwner {

    /** Whether some row names this file. */
    boolean names(Digest digest);
}
