package org.antiphon.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureCacheTest {

    @TempDir
    Path folder;

    private final FeatureCache.Key key = new FeatureCache.Key(FeatureCache.hash(new byte[] {1, 2}), "mel", 1);

    @Test
    void computesOnceEvenWhenManyAskAtOnce() {
        FeatureCache cache = new FeatureCache(folder);
        AtomicInteger computed = new AtomicInteger();
        IntStream.range(0, 32).parallel().forEach(i -> {
            try {
                assertThat(cache.get(key, () -> new byte[] {(byte) computed.incrementAndGet()}))
                        .containsExactly(1);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(computed).hasValue(1);
    }

    @Test
    void findsWhatAnotherProcessKept() throws IOException {
        new FeatureCache(folder).get(key, () -> new byte[] {7, 8});
        assertThat(new FeatureCache(folder).find(key))
                .hasValueSatisfying(b -> assertThat(b).containsExactly(7, 8));
    }

    @Test
    void computesAgainWhatWasDamaged() throws IOException {
        FeatureCache cache = new FeatureCache(folder);
        cache.get(key, () -> new byte[] {7, 8});
        Path file = files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1]++;
        Files.write(file, bytes);
        assertThat(cache.get(key, () -> new byte[] {9})).containsExactly(9);
    }

    @Test
    void leavesNothingBehindWhenComputingFails() throws IOException {
        FeatureCache cache = new FeatureCache(folder);
        assertThatThrownBy(() -> cache.get(key, () -> {
                    throw new IOException("unreadable");
                }))
                .hasMessage("unreadable");
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void hashesAFileLikeItsBytesAndRefusesMalformedKeys() throws IOException {
        Path file = Files.write(folder.resolve("a"), new byte[] {1, 2});
        assertThat(FeatureCache.hash(file)).isEqualTo(key.content());
        assertThatThrownBy(() -> new FeatureCache.Key("../etc", "mel", 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
