package org.antiphon.cli;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads Kubernetes documents into the classes of their kinds and finds what those do not know. */
final class Manifests {

    private static final String MODEL = "io.fabric8.kubernetes.api.model";

    private Manifests() {}

    static List<String> documents(Path file) throws IOException {
        return Arrays.stream(Files.readString(file).split("(?m)^---\\s*$", -1))
                .filter(document -> !document.isBlank())
                .toList();
    }

    static Object object(String document) {
        return Serialization.unmarshal(document);
    }

    /** Paths of unknown fields, or the kind if that is unknown. */
    static List<String> unknown(String document) {
        Object object = object(document);
        if (object instanceof GenericKubernetesResource generic) {
            return List.of("kind " + generic.getKind() + " of " + generic.getApiVersion());
        }
        List<String> found = new ArrayList<>();
        collect("", object, found);
        return found;
    }

    private static void collect(String path, Object value, List<String> found) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(path + "[" + i + "]", list.get(i), found);
            }
        } else if (value != null && value.getClass().getName().startsWith(MODEL)) {
            for (Field field : value.getClass().getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                String inside = path.isEmpty() ? field.getName() : path + "." + field.getName();
                Object held = read(field, value);
                if (field.getName().equals("additionalProperties") && held instanceof Map<?, ?> unknown) {
                    unknown.keySet().forEach(name -> found.add(path.isEmpty() ? name + "" : path + "." + name));
                } else {
                    collect(inside, held, found);
                }
            }
        }
    }

    private static Object read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }
}
