package org.antiphon.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorporaTest {

    @TempDir
    Path folder;

    @Test
    void whatAFolderHoldsIsFoundOut() throws IOException {
        assertThatThrownBy(() -> Corpora.open(folder))
                .hasMessageContaining("holds no corpus")
                .hasMessageContaining(folder.toString());
        Files.createDirectories(folder.resolve("concerts"));
        Files.createFile(folder.resolve("concerts/evening.mov"));
        assertThat(Corpora.kind(folder)).isEqualTo(CorpusKind.FOLDER);
        Files.writeString(folder.resolve("solos_ids.json"), "{}");
        assertThat(Corpora.kind(folder)).isEqualTo(CorpusKind.SOLOS);
        Files.createDirectories(folder.resolve("Dataset/01_Jupiter_vn_vc"));
        assertThat(Corpora.kind(folder)).isEqualTo(CorpusKind.URMP);
        Files.writeString(folder.resolve("manifest.json"), "{}");
        assertThat(Corpora.kind(folder)).isEqualTo(CorpusKind.ETUDE);
    }

    @Test
    void aKindThatIsGivenIsBelieved() throws IOException {
        Files.writeString(folder.resolve("solos_ids.json"), "{}");
        assertThat(Corpora.open(folder).recordings()).isEmpty();
        CorpusRequest asUrmp = CorpusRequest.of(folder).as(CorpusKind.URMP);
        assertThatThrownBy(() -> Corpora.open(asUrmp)).hasMessageContaining("holds no piece");
        assertThat(CorpusKind.ofLabel("Solos")).isEqualTo(CorpusKind.SOLOS);
        assertThatThrownBy(() -> CorpusKind.ofLabel("musdb")).hasMessageContaining("urmp, solos, etude, folder");
        assertThatThrownBy(() -> Corpora.kind(folder.resolve("none"))).hasMessageContaining("none");
    }
}
