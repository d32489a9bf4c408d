package org.antiphon.media;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.antiphon.clip.Clip;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;

/**
 * Where the decoder process finds its classes: exactly this package, the vocabulary, JavaCPP and FFmpeg, from wherever
 * the running program has them (class folders, jars, or the jars of an application with its own class loader).
 */
final class DecoderClassPath {

    private DecoderClassPath() {}

    /** @param more classes that must be found as well */
    static String of(List<Class<?>> more) {
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> type : more) {
            places.add(place(type, resourceOf(type)));
        }
        places.add(place(DecoderMain.class, resourceOf(DecoderMain.class)));
        places.add(place(Clip.class, resourceOf(Clip.class)));
        places.add(place(Loader.class, resourceOf(Loader.class)));
        places.add(place(avutil.class, resourceOf(avutil.class)));
        places.add(place(Loader.class, "/org/bytedeco/javacpp/" + nativeName("jnijavacpp")));
        places.add(place(avutil.class, "/org/bytedeco/ffmpeg/" + nativeName("jniavutil")));
        return String.join(File.pathSeparator, places);
    }

    private static String resourceOf(Class<?> type) {
        return "/" + type.getName().replace('.', '/') + ".class";
    }

    private static String nativeName(String library) {
        return Loader.getPlatform() + "/" + System.mapLibraryName(library);
    }

    /** The jar or folder that holds {@code resource}, as seen by the class loader of {@code neighbour}. */
    private static String place(Class<?> neighbour, String resource) {
        URL url = neighbour.getResource(resource);
        if (url != null) {
            String address = url.toString();
            int inside = address.indexOf("!/");
            if (address.startsWith("jar:file:") && inside > 0) {
                return Path.of(URI.create(address.substring("jar:".length(), inside)))
                        .toString();
            }
            if (address.startsWith("file:") && address.endsWith(resource)) {
                String folder = address.substring(0, address.length() - resource.length() + 1);
                return Path.of(URI.create(folder)).toString();
            }
        }
        CodeSource source = neighbour.getProtectionDomain().getCodeSource();
        if (source != null
                && source.getLocation() != null
                && "file".equals(source.getLocation().getProtocol())) {
            return Path.of(URI.create(source.getLocation().toString())).toString();
        }
        throw new IllegalStateException("cannot tell which file " + resource + " was loaded from (" + url + ")");
    }
}
