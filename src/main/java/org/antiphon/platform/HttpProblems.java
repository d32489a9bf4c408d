package org.antiphon.platform;

/** Words for what HTTP itself can complain about, and who is to read them. */
final class HttpProblems {

    private HttpProblems() {}

    static Problem of(int status, String path) {
        return switch (status) {
            case 400 ->
                problem(
                        400,
                        "bad-request",
                        "The request cannot be read",
                        "Something in it is not in the form that is expected here.");
            case 404 ->
                Problem.notFound(
                        "There is nothing here",
                        "Nothing is known under " + path
                                + ". It may have been deleted, or the address has a slip in it.");
            case 405 ->
                problem(
                        405,
                        "method-not-allowed",
                        "That cannot be done here",
                        "The address exists, but not for this method.");
            case 406 ->
                problem(
                        406,
                        "not-acceptable",
                        "Not available in that form",
                        "None of the accepted media types can be given for " + path + ".");
            case 413 ->
                problem(
                        413,
                        "too-large",
                        "The file is too large",
                        "It is larger than this server takes. Try a shorter excerpt or a smaller picture size.");
            case 415 ->
                problem(
                        415,
                        "unsupported-media-type",
                        "Not in a form that is read here",
                        "Translations are asked for as multipart/form-data; other requests send JSON.");
            case 503 ->
                problem(503, "unavailable", "Not ready", "The server cannot do this right now; try again soon.");
            default ->
                status < 500
                        ? problem(
                                status, "refused", "The request was refused", "The server does not accept it as it is.")
                        : problem(
                                status,
                                "internal",
                                "Something went wrong on our side",
                                "The request failed through no fault of yours and has been written to the log.");
        };
    }

    private static Problem problem(int status, String code, String title, String detail) {
        return new Problem(title, status, detail, code);
    }

    /** The page that tells a person of a problem on a path. */
    static String page(Problem problem, String path) {
        return ErrorPages.problem(problem.status(), problem.title(), problem.detail(), WayOn.from(path))
                .render();
    }

    /** Whether a person is reading: not below /api, and HTML is asked for. */
    static boolean wantsPage(String path, String accept) {
        return !path.startsWith("/api/") && !path.equals("/api") && accept != null && accept.contains("text/html");
    }
}
