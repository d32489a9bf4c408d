package org.antiphon.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in cells. */
class CellsTest {

    private static final String ODD = "=+-@\t\r\n'\",;\\ aNA1|\uFF1D\uFF0B\uFF0D\uFF20\u00E9\u4E2D\uD83C\uDFB5";
    private static final Column<String> TEXT = Column.text("text", "A text.", text -> text);
    private static final Column<Double> NUMBER = Column.number("number", "", "A number.", number -> number);
    private static final ExportOrder.Dates EXACT = ExportOrder.Dates.EXACT;

    /** Texts of signs that make trouble, from a seed. */
    private static List<String> texts() {
        Random chance = new Random(7);
        List<String> texts = new ArrayList<>();
        int[] signs = ODD.codePoints().toArray();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = chance.nextInt(6); length > 0; length--) {
                text.appendCodePoint(signs[chance.nextInt(signs.length)]);
            }
            texts.add(text.toString());
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=cmd|' /C calc'!A0",
                "+41 79",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\uFF1D1"
            })
    void disarmsWhatASpreadsheetWouldRun(String formula) {
        assertThat(Cells.csv(TEXT, formula, EXACT)).isEqualTo("'" + formula);
    }

    @Test
    void leavesOrdinaryTextsAndAllNumbersAsTheyAre() {
        assertThat(Cells.csv(TEXT, "a = b - c", EXACT)).isEqualTo("a = b - c");
        assertThat(Cells.csv(TEXT, "", EXACT)).isEmpty();
        assertThat(Cells.csv(NUMBER, -3.5, EXACT)).isEqualTo("-3.5");
        assertThat(Cells.csv(NUMBER, 100.0, EXACT)).isEqualTo("100");
        assertThat(Cells.csv(NUMBER, -0.1 + 0.2, EXACT)).isEqualTo("0.1");
        assertThat(Cells.csv(NUMBER, 1e-7, EXACT)).isEqualTo("1.0E-7");
    }

    @Test
    void everyTextComesBackAndNoneBeginsAFormulaOrIsMissing() {
        for (String text : texts()) {
            String cell = Cells.csv(TEXT, text, EXACT);
            assertThat(Cells.rearm(cell)).isEqualTo(text);
            assertThat(cell).isNotEqualTo(Cells.MISSING);
            String seen = cell.stripLeading();
            assertThat(seen.isEmpty() ? ' ' : seen.charAt(0))
                    .as(text)
                    .isNotIn('=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20');
        }
    }

    @Test
    void everyNumberComesBackToTheLastBit() {
        Random chance = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(chance.nextLong());
            if (Double.isFinite(number)) {
                assertThat(Double.parseDouble(Cells.number(number))).isEqualTo(number);
            }
        }
    }

    @Test
    void everyTextComesBackFromAFile() throws IOException {
        List<String> texts = texts();
        DataFile<String> file = new DataFile<>(
                "texts",
                "Texts",
                "Texts.",
                List.of(TEXT, Column.text("none", "None.", text -> null)),
                List.of("text"),
                List.of(),
                texts::forEach);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(new TableWriter(EXACT).csv(file, out)).isEqualTo(texts.size());
        String written = out.toString(StandardCharsets.UTF_8);
        assertThat(written).startsWith("text,none\r\n").endsWith("\r\n");
        List<String> back = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(written)) {
            reader.stream().skip(1).forEach(row -> {
                back.add(Cells.rearm(row.getField(0)));
                assertThat(row.getField(1)).isEqualTo(Cells.MISSING);
            });
        }
        assertThat(back).isEqualTo(texts);
    }

    @Test
    void tellsTimesAsExactlyAsOrdered() {
        Instant time = Instant.parse("2031-05-17T12:34:56.7Z");
        assertThat(Cells.time(time, EXACT)).isEqualTo("2031-05-17T12:34:56.700Z");
        assertThat(Cells.time(time, ExportOrder.Dates.DAY)).isEqualTo("2031-05-17");
        assertThat(Cells.time(time, ExportOrder.Dates.NONE)).isNull();
    }
}
