package org.antiphon.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunComparisonTest {

    @TempDir
    Path folder;

    private Path run(String name, String rate, String losses) throws IOException {
        Path run = Files.createDirectories(folder.resolve(name));
        Files.writeString(run.resolve("recipe.yaml"), "family: latent\nlearningRate: " + rate + "\nmodel: {dim: 8}\n");
        Files.writeString(run.resolve("losses.csv"), "step,name,value\n" + losses);
        return run;
    }

    @Test
    void showsInWhatRunsDifferAndHowTheyCameOut() throws IOException {
        Path one = run("one", "0.1", "20,loss,3\n40,loss,2\n40,onset-f1,0.5\n");
        Path other = run("other & more", "0.2", "20,loss,2.5\n40,loss,NaN\n60,loss,1.25\n");
        Files.createDirectories(one.resolve("report"));
        Files.writeString(
                one.resolve("report/results.json"),
                "{\"goals\":[{\"name\":\"note F1\",\"measured\":0.761},{\"name\":\"unknown\",\"measured\":null}]}");
        Path page = folder.resolve("pages/compared.html");
        RunComparison.write(List.of(one, other), page);
        String html = Files.readString(page);
        assertThat(html)
                .contains("<td>learningRate</td><td>0.1</td><td>0.2</td>")
                .doesNotContain("model.dim")
                .contains("<td>loss</td><td>2.000</td><td>1.250</td>")
                .contains("<td>onset-f1</td><td>0.5000</td><td>–</td>")
                .contains("<td>note F1</td><td>0.7610</td><td>–</td>")
                .contains("other &amp; more")
                .contains("loss: 1.250 to 3.000, 60 steps");
        assertThat(html.split("<polyline"))
                .as("two curves for each of two measures")
                .hasSize(5);
    }

    @Test
    void saysWhatIsNoRun() throws IOException {
        Path one = run("one", "0.1", "20,loss,3\n");
        assertThatThrownBy(() -> RunComparison.write(List.of(one, folder), folder.resolve("x.html")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("losses.csv is missing");
        assertThatThrownBy(() -> RunComparison.write(List.of(one), folder.resolve("x.html")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 1");
        Path broken = run("broken", "0.1", "20,loss\n");
        assertThatThrownBy(() -> RunComparison.write(List.of(one, broken), folder.resolve("x.html")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line 2");
    }
}
