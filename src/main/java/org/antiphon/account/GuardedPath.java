package org.antiphon.account;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a method of a resource asks of those who call it, read off its address and its annotations: everything below the
 * addresses of studies is guarded, whether its author has thought of it or not.
 *
 * @param variable the variable of the address that names the study; empty if it names none
 * @param inPerson whether a token of a script will not do
 */
record GuardedPath(Optional<String> variable, Right right, boolean inPerson) {

    private static final Pattern OF_STUDIES = Pattern.compile("/(?:api/)?studies(?:/(.*))?");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*([^}:\\s]+)\\s*(?::[^/]*)?\\}(?:/.*)?");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /**
     * @param http the HTTP method
     * @return empty if everybody may call it
     */
    static Optional<GuardedPath> of(Class<?> resource, Method method, String http) {
        Matcher studies = OF_STUDIES.matcher(template(resource, method));
        Optional<String> variable = Optional.empty();
        Needs needs = annotation(resource, method, Needs.class);
        if (studies.matches()) {
            Matcher first =
                    VARIABLE.matcher(Optional.ofNullable(studies.group(1)).orElse(""));
            variable = first.matches() ? Optional.of(first.group(1)) : Optional.empty();
        } else if (needs == null && annotation(resource, method, ForResearchers.class) == null) {
            return Optional.empty();
        }
        Right right = needs == null ? (READING.contains(http) ? Right.READ : Right.WRITE) : needs.value();
        return Optional.of(new GuardedPath(variable, right, needs != null && needs.inPerson()));
    }

    /** The address of a method with its variables, such as {@code /api/studies/{slug}/files}. */
    static String template(Class<?> resource, Method method) {
        String template = "/" + path(resource.getAnnotation(Path.class)) + "/" + path(method.getAnnotation(Path.class));
        return template.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
    }

    private static String path(Path path) {
        return path == null ? "" : path.value();
    }

    private static <A extends java.lang.annotation.Annotation> A annotation(
            Class<?> resource, Method method, Class<A> type) {
        A nearer = method.getAnnotation(type);
        return nearer == null ? resource.getAnnotation(type) : nearer;
    }
}
