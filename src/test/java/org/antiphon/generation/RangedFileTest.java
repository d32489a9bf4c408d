package org.antiphon.generation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RangedFileTest {

    @Test
    void givesTheWholeFileUnlessOneRangeIsAskedFor() {
        assertThat(RangedFile.of(null, 100)).contains(new RangedFile(0, 100, 100));
        assertThat(RangedFile.of("bytes=0-1,5-6", 100)).contains(RangedFile.whole(100));
        assertThat(RangedFile.of("bytes=-", 100)).contains(RangedFile.whole(100));
        assertThat(RangedFile.of("pages=1-2", 100)).contains(RangedFile.whole(100));
        assertThat(RangedFile.of("bytes=9-3", 100)).contains(RangedFile.whole(100));
    }

    @Test
    void readsBeginningMiddleAndEnd() {
        assertThat(RangedFile.of("bytes=0-0", 100)).contains(new RangedFile(0, 1, 100));
        assertThat(RangedFile.of("bytes=10-", 100)).contains(new RangedFile(10, 90, 100));
        assertThat(RangedFile.of("bytes=-10", 100)).contains(new RangedFile(90, 10, 100));
        assertThat(RangedFile.of("bytes=-1000", 100)).contains(RangedFile.whole(100));
        assertThat(RangedFile.of("bytes=90-1000", 100)).contains(new RangedFile(90, 10, 100));
        assertThat(new RangedFile(90, 10, 100).contentRange()).isEqualTo("bytes 90-99/100");
    }

    @Test
    void refusesWhatLiesBehindTheEnd() {
        assertThat(RangedFile.of("bytes=100-", 100)).isEmpty();
        assertThat(RangedFile.of("bytes=-0", 100)).isEmpty();
        assertThat(RangedFile.of("bytes=0-", 0)).isEmpty();
    }
}
