package org.antiphon.account;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;

/**
 * One HTTP method of one address, as its annotations tell.
 *
 * @param consumes the media type of its body; empty if it takes none or says none
 */
record Endpoint(String http, String template, Optional<String> consumes, Optional<GuardedPath> guard, Method method) {

    /** All of the application, by address and method: only what is named so may have a path. */
    static List<Endpoint> all() {
        List<Endpoint> found = new ArrayList<>();
        Path sources = Path.of("src", "main", "java");
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(file -> file.toString().matches(".*(Resource|Pages)\\.java"))
                    .toList()) {
                String name = sources.relativize(file).toString().replaceAll("[/\\\\]", ".");
                Class<?> resource = Class.forName(name.substring(0, name.length() - ".java".length()));
                if (resource.isAnnotationPresent(jakarta.ws.rs.Path.class)) {
                    read(resource, found);
                }
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("cannot read the resources in " + sources.toAbsolutePath(), e);
        }
        found.sort(Comparator.comparing(Endpoint::template).thenComparing(Endpoint::http));
        return found;
    }

    private static void read(Class<?> resource, List<Endpoint> found) {
        for (Method method : resource.getDeclaredMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (http != null) {
                    found.add(of(resource, method, http.value()));
                }
            }
        }
    }

    private static Endpoint of(Class<?> resource, Method method, String http) {
        Consumes consumes = method.isAnnotationPresent(Consumes.class)
                ? method.getAnnotation(Consumes.class)
                : resource.getAnnotation(Consumes.class);
        boolean form = Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(RestForm.class));
        return new Endpoint(
                http,
                GuardedPath.template(resource, method),
                Optional.ofNullable(consumes)
                        .map(types -> types.value()[0])
                        .or(() -> form ? Optional.of("application/x-www-form-urlencoded") : Optional.empty()),
                GuardedPath.of(resource, method, http),
                method);
    }

    boolean ofStudies() {
        return template.matches("/(api/)?studies(/.*)?");
    }

    /** The address in one study, every other variable filled with something that is not there. */
    String in(String study) {
        String named = guard.flatMap(GuardedPath::variable)
                .map(variable -> template.replaceFirst("\\{\\s*" + variable + "[^}]*}", study))
                .orElse(template);
        return named.replaceAll("\\{[^}:]*:\\s*\\(?(\\w+)[^}]*}", "$1").replaceAll("\\{[^}]*}", "nothing");
    }

    @Override
    public String toString() {
        return http + " " + template;
    }
}
