package org.antiphon.platform;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which methods an address knows, read off the annotations of all resources: the framework knows it too when it refuses a
 * method, but does not tell, and takes the second of two resources that share a beginning for nothing at all.
 */
@Singleton
final class AllowedMethods {

    /** A variable of a path template, with or without an expression of its own. */
    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*[^}:\\s]+\\s*(?::\\s*([^}]+?)\\s*)?\\}");

    private final Map<Pattern, SortedSet<String>> methods = new LinkedHashMap<>();

    AllowedMethods() {}

    @Inject
    AllowedMethods(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .forEach(this::read);
    }

    private void read(Class<?> resource) {
        String base = resource.getAnnotation(Path.class).value();
        for (Method method : resource.getDeclaredMethods()) {
            Path path = method.getAnnotation(Path.class);
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (http != null) {
                    add(base + "/" + (path == null ? "" : path.value()), http.value());
                }
            }
        }
    }

    /** @param template path of a resource's method, with variables as {@link Path} has them */
    void add(String template, String method) {
        Pattern pattern = Pattern.compile(
                expression("/" + template).replaceAll("/{2,}", "/").replaceAll("/$", "") + "/?");
        methods.entrySet().stream()
                .filter(known -> known.getKey().pattern().equals(pattern.pattern()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> {
                    SortedSet<String> none = new TreeSet<>();
                    methods.put(pattern, none);
                    return none;
                })
                .add(method);
    }

    private static String expression(String template) {
        StringBuilder expression = new StringBuilder();
        Matcher variable = VARIABLE.matcher(template);
        int end = 0;
        while (variable.find()) {
            expression.append(literal(template.substring(end, variable.start())));
            expression
                    .append('(')
                    .append(variable.group(1) == null ? "[^/]+" : variable.group(1))
                    .append(')');
            end = variable.end();
        }
        return expression.append(literal(template.substring(end))).toString();
    }

    private static String literal(String text) {
        return text.replaceAll("[^\\w/-]", "\\\\$0");
    }

    /** Everything that may be asked of this path, in alphabetical order; empty where no resource is. */
    SortedSet<String> of(String path) {
        SortedSet<String> allowed = new TreeSet<>();
        methods.forEach((pattern, known) -> {
            if (pattern.matcher(path).matches()) {
                allowed.addAll(known);
            }
        });
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        if (!allowed.isEmpty()) {
            allowed.add("OPTIONS");
        }
        return allowed;
    }
}
