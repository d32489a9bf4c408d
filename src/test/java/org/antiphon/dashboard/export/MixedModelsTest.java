package org.antiphon.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Drscript=…} names an R with lme4 and ordinal; where there is none, only the program's head is looked at. */
class MixedModelsTest {

    private static final String R = System.getProperty("rscript", "Rscript");
    private static final double OURS = -12;
    private static final double SHUFFLED = -35;

    @Test
    void knowsNoConditionOfAStudyThatWasNeverPublished() {
        assertThat(MixedModels.program(List.of()))
                .contains("\nconditions <- c()\nsteps <- c()\n")
                .contains("lmer(");
    }

    @Test
    void findsWhatWasPlanted(@TempDir Path folder) throws Exception {
        assumeTrue(succeeds(folder, R, "-e", "library(lme4); library(ordinal)"), "no R with lme4 and ordinal");
        Files.writeString(
                folder.resolve("mixed-models.R"),
                "conditions <- c(\"truth\", \"ours\", \"shuffled\")\nsteps <- c(\"quality\")\n"
                        + MixedModels.program(List.of()).replaceAll("(?m)^(conditions|steps) <- c\\(\\)$", ""));
        Files.writeString(folder.resolve("ratings.csv"), ratings());
        boolean well = succeeds(folder, R, "mixed-models.R");
        String said = Files.readString(folder.resolve("said.txt"));
        assertThat(well).as(said).isTrue();
        String line = said.substring(said.indexOf("## beside, score"), said.indexOf("## rate, quality"));
        assertThat(line).contains("differences to truth in units of the scale").contains("df 2");
        assertThat(interval(line, "ours")[0]).isLessThan(OURS);
        assertThat(interval(line, "ours")[1]).isGreaterThan(OURS);
        assertThat(interval(line, "shuffled")[0]).isLessThan(SHUFFLED);
        assertThat(interval(line, "shuffled")[1]).isGreaterThan(SHUFFLED);
        String steps = said.substring(said.indexOf("## rate, quality"), said.indexOf("## which, right answers"));
        assertThat(interval(steps, "ours")[1]).isNegative();
        assertThat(interval(steps, "shuffled")[1]).isLessThan(interval(steps, "ours")[0]);
        assertThat(said.substring(said.indexOf("## which"))).contains("log odds of being right");
        assertThat(said).doesNotContain("could not be fitted");
    }

    /** Lower and upper end of the row of a condition. */
    private static double[] interval(String said, String condition) {
        Matcher row = Pattern.compile("(?m)^\\s*" + condition + "\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s")
                .matcher(said);
        assertThat(row.find()).as(said).isTrue();
        return new double[] {Double.parseDouble(row.group(2)), Double.parseDouble(row.group(3))};
    }

    private static boolean succeeds(Path folder, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said.txt").toFile())
                    .start();
            return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Twenty participants who rate five items in three conditions on a line and in steps, and one more task. */
    private static String ratings() {
        Random random = new Random(4);
        StringBuilder rows = new StringBuilder("participant,counted,task,purpose,item,condition,scale,value,correct\n");
        double[] items = random.doubles(5, -5, 5).toArray();
        for (int p = 0; p < 20; p++) {
            double own = 8 * random.nextGaussian();
            for (int i = 0; i < items.length; i++) {
                for (String condition : List.of("truth", "ours", "shuffled")) {
                    double effect = condition.equals("truth") ? 0 : condition.equals("ours") ? OURS : SHUFFLED;
                    double value = 70 + effect + own + items[i] + 10 * random.nextGaussian();
                    String head = "p" + p + ",TRUE,%s,main,i" + i + "," + condition + ",";
                    rows.append(head.formatted("beside"))
                            .append("score,")
                            .append(value)
                            .append(",NA\n");
                    rows.append(head.formatted("rate"))
                            .append("quality,")
                            .append(Math.max(1, Math.min(5, Math.round(value / 20))))
                            .append(",NA\n");
                    rows.append(head.formatted("which"))
                            .append("choice,NA,")
                            .append(random.nextDouble() < 0.6 ? "TRUE" : "FALSE")
                            .append('\n');
                }
            }
        }
        return rows.toString();
    }
}
