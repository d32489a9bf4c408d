package org.antiphon.media;

import java.nio.file.Path;

/**
 * A media file that is not taken: an expected answer about a stranger's file, not a defect. The message names the file,
 * what was found and what to do about it.
 */
public final class MediaRejected extends Exception {

    private static final long serialVersionUID = 1L;

    private final RejectionCode code;
    private final String finding;
    private final String remedy;

    public MediaRejected(RejectionCode code, String fileName, String finding, String remedy) {
        super("“" + fileName + "” " + finding + ". " + remedy);
        this.code = code;
        this.finding = finding;
        this.remedy = remedy;
    }

    static MediaRejected of(RejectionCode code, Path file, String finding, String remedy) {
        return new MediaRejected(code, String.valueOf(file.getFileName()), finding, remedy);
    }

    public RejectionCode code() {
        return code;
    }

    /** What was found, as a clause without its subject: “is empty”. */
    public String finding() {
        return finding;
    }

    /** What to do about it, as a sentence. */
    public String remedy() {
        return remedy;
    }

    /** The same refusal under the name that the person knows the file by (uploads are stored under other names). */
    public MediaRejected forFile(String originalName) {
        MediaRejected named = new MediaRejected(code, originalName, finding, remedy);
        named.initCause(this);
        return named;
    }
}
