package org.antiphon.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells as PHP's fputcsv writes them; the expectations follow its manual and source. */
class PhpCsvTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|plain",
                "`a b`|`\"a b\"`",
                "a,b|\"a,b\"",
                "say \"no\"|\"say \"\"no\"\"\"",
                "back\\slash|\"back\\slash\"",
                "odd\\\"one|\"odd\\\"one\"",
                "` 4 `|`\" 4 \"`",
                "semi;colon|semi;colon"
            })
    void quotesWhatPhpQuotes(String text, String cell) {
        assertThat(PhpCsv.cell(text)).isEqualTo(cell);
    }
}
