package org.antiphon.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.antiphon.study.design.document.Id;
import org.junit.jupiter.api.Test;

class PairTableTest {

    @Test
    void readsOneRowForEachItemAndCondition() {
        String csv = "\uFEFFCondition,File,Item\r\nmodel A,\"a, first.wav\",1 Adagio\r\n\r\nreference,b.wav,Largo";
        assertThat(PairTable.ofCsv(csv))
                .containsExactly(
                        new PairTable.Pair(new Id("n1-adagio"), new Id("model-a"), "a, first.wav"),
                        new PairTable.Pair(new Id("largo"), new Id("reference"), "b.wav"));
    }

    @Test
    void readsAFolderOfItems() {
        assertThat(PairTable.ofFolder(List.of("readme.txt", "set/adagio/model-a.wav", "largo/model-b.mp4")))
                .containsExactly(
                        new PairTable.Pair(new Id("adagio"), new Id("model-a"), "set/adagio/model-a.wav"),
                        new PairTable.Pair(new Id("largo"), new Id("model-b"), "largo/model-b.mp4"));
    }

    @Test
    void saysWhichRowItCannotUse() {
        assertThatThrownBy(() -> PairTable.ofCsv("item,condition\na,b")).hasMessageContaining("columns");
        assertThatThrownBy(() -> PairTable.ofCsv("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> PairTable.ofCsv("item,condition,file\na,b")).hasMessageContaining("Row 2");
        assertThatThrownBy(() -> PairTable.ofCsv("item,condition,file\n?,b,c.wav"))
                .hasMessageContaining("row 2")
                .hasMessageContaining("?");
        assertThatThrownBy(() -> PairTable.ofCsv("item,condition,file\na,b, ")).hasMessageContaining("names no file");
        assertThatThrownBy(() -> PairTable.ofFolder(List.of("a.wav"))).hasMessageContaining("adagio/model-a.wav");
    }

    @Test
    void putsFilesWhereTheyBelong() throws Exception {
        ObjectMapper json = new ObjectMapper();
        ObjectNode tree = (ObjectNode) json.readTree("{\"conditions\":[{\"id\":\"played\",\"kind\":\"ground-truth\"}],"
                + "\"items\":[{\"id\":\"a\",\"source\":{\"kind\":\"etude\",\"seed\":1,\"number\":2}}]}");
        Pairing.into(
                tree,
                PairTable.ofCsv("item,condition,file\na,ours,x.wav\nb,ours,y.wav\nb,played,z.wav\nb,theirs,w.wav"));
        assertThat(tree)
                .isEqualTo(json.readTree("{\"conditions\":[{\"id\":\"played\",\"kind\":\"ground-truth\"},"
                        + "{\"id\":\"ours\",\"kind\":\"uploaded\"},{\"id\":\"theirs\",\"kind\":\"uploaded\"}],"
                        + "\"items\":[{\"id\":\"a\",\"source\":{\"kind\":\"etude\",\"seed\":1,\"number\":2},"
                        + "\"files\":{\"ours\":\"x.wav\"}},{\"id\":\"b\",\"source\":{\"kind\":\"uploaded\",\"file\":\"z.wav\"},"
                        + "\"files\":{\"ours\":\"y.wav\",\"theirs\":\"w.wav\"}}]}"));
    }
}
