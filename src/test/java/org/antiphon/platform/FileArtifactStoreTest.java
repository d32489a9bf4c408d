package org.antiphon.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArtifactStoreTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    Path root;

    private ArtifactStore store;

    @BeforeEach
    void open() throws IOException {
        store = new FileArtifactStore(root, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void namesAnArtifactByTheSha256OfItsContent() throws IOException {
        ArtifactStore.Entry entry = put("abc");
        assertThat(entry.digest().hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(entry.bytes()).isEqualTo(3);
        assertThat(store.holds(entry.digest())).isTrue();
        assertThat(Files.readString(store.local(entry.digest()))).isEqualTo("abc");
    }

    @Test
    void givesAnyPartAndRefusesWhatLiesOutside() throws IOException {
        Digest digest = put("0123456789").digest();
        assertThat(read(digest, 3, 4)).isEqualTo("3456");
        assertThat(read(digest, 0, 10)).isEqualTo("0123456789");
        assertThat(read(digest, 10, 0)).isEmpty();
        assertThatThrownBy(() -> store.open(digest, 8, 3))
                .hasMessageContaining("outside")
                .hasMessageContaining("10 bytes");
        assertThatThrownBy(() -> store.open(digest, -1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.open(digest, 1, Long.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsOneCopyOfWhatIsPutTwiceAndRenewsItsTime() throws IOException {
        put("same");
        ArtifactStore later = new FileArtifactStore(root, Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC));
        later.put(new ByteArrayInputStream("same".getBytes(StandardCharsets.UTF_8)));
        try (Stream<ArtifactStore.Entry> all = store.list()) {
            assertThat(all.toList()).singleElement().satisfies(entry -> assertThat(entry.touched())
                    .isEqualTo(NOON.plusSeconds(60)));
        }
    }

    @Test
    void leavesNothingBehindWhenReadingFails() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is cut");
            }
        };
        assertThatThrownBy(() -> store.put(broken)).hasMessage("the line is cut");
        assertThat(root.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void forgetsWhatIsDeleted() throws IOException {
        Digest digest = put("gone").digest();
        store.delete(digest);
        store.delete(digest);
        assertThat(store.holds(digest)).isFalse();
        assertThatThrownBy(() -> store.open(digest, 0, 1)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store.local(digest)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void takesTheSameContentFromManyThreadsAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<ArtifactStore.Entry>> puts = Stream.generate(
                            () -> (Callable<ArtifactStore.Entry>) () -> put("x".repeat(100_000)))
                    .limit(32)
                    .toList();
            for (Future<ArtifactStore.Entry> entry : threads.invokeAll(puts)) {
                assertThat(store.bytes(entry.get().digest())).isEqualTo(100_000);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(root.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void acceptsNoNameThatIsNotADigest() {
        assertThatThrownBy(() -> new Digest("../../etc/passwd")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Digest("A".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    }

    private ArtifactStore.Entry put(String text) throws IOException {
        return store.put(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String read(Digest digest, long from, long length) throws IOException {
        try (InputStream in = store.open(digest, from, length)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
