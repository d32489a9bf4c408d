package org.antiphon.generation;

/** A translation cannot be made, and trying again would not help. The message is for the visitor. */
public final class TranslationFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String title;

    TranslationFailed(String code, String title, String detail, Throwable cause) {
        super(detail, cause);
        this.code = code;
        this.title = title;
    }

    Failure failure() {
        return new Failure(code, title, getMessage());
    }
}
