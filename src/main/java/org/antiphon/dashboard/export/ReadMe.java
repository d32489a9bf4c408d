package org.antiphon.dashboard.export;

/** The first thing to read in a package. */
final class ReadMe {

    private ReadMe() {}

    static String of(String slug) {
        return """
                # Data of the study %s

                - `data/`: tables in CSV; begin with `ratings.csv`
                - `codebook.md`, `codebook.csv`: every column, with type, unit, levels and meaning
                - `design/`: the study as it was published (canonical JSON, and the YAML that it was written as)
                - `mixed-models.R`: fits mixed models with lme4 and ordinal; `Rscript mixed-models.R` in this folder
                - `datapackage.json`: the same for programs (Frictionless Data Package)
                - `SHA256SUMS`: `sha256sum --check SHA256SUMS`

                ```r
                %s
                ```

                ```python
                %s
                ```
                """.formatted(slug, r("data/ratings.csv"), python("data/ratings.csv"));
    }

    /** Reads a table in R. */
    static String r(String file) {
        return """
                ratings <- read.csv("%s", stringsAsFactors = TRUE)
                aggregate(value ~ condition + scale, data = ratings, FUN = mean)""".formatted(file);
    }

    /** Reads a table in Python. */
    static String python(String file) {
        return """
                import pandas as pd
                ratings = pd.read_csv("%s", keep_default_na=False, na_values=["NA"])
                ratings.groupby(["scale", "condition"])["value"].mean()""".formatted(file);
    }
}
