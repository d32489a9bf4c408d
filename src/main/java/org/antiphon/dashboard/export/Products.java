package org.antiphon.dashboard.export;

import java.util.ArrayList;
import java.util.List;

/** Every file that can be had. */
final class Products {

    static final String PACKAGE = "package.zip";
    static final String CODEBOOK = "codebook.md";
    static final String CODEBOOK_TABLE = "codebook.csv";
    static final String DESIGN = "design.json";
    static final String MIXED_MODELS = "mixed-models.R";
    static final String STRICT = "webmushra-";
    static final String EXTENDED = "webmushra-extended-";
    static final String CSV = ".csv";
    static final String LINES = ".jsonl";

    private static final String CSV_TYPE = "text/csv; charset=utf-8; header=present";
    private static final String LINES_TYPE = "application/x-ndjson";

    private static final String[][] TABLES = {
        {"ratings", "Ratings, one row a value", "For mixed models and everything else that takes long tables."},
        {"ratings-wide", "Ratings, one row a clip", "One column for each scale: for holding scales against each other."
        },
        {"comparisons", "Comparisons of two clips", "Preference, ABX and match: for Bradley-Terry models."},
        {"sessions", "Participants", "Everybody who began, with checks, questionnaires, and whether they count."},
        {"answers", "Answers to questionnaires", "One row for each question."},
        {"checks", "Outcomes of checks", "One row for each time a check was looked at."},
        {"steps", "Steps that were taken", "For drop-out and time."},
        {"plays", "Log of what was played", "One row for each event of a clip."},
        {"stimuli", "Clips", "With levels and checksums."},
        {"metrics", "Metrics of clips", "For holding ratings against automatic metrics."},
    };

    static final List<Product> ALL = all();

    private Products() {}

    private static List<Product> all() {
        List<Product> all = new ArrayList<>();
        all.add(new Product(
                PACKAGE,
                "Everything",
                "All tables with codebook, design and checksums: a Frictionless Data Package.",
                "application/zip"));
        for (String[] table : TABLES) {
            all.add(new Product(table[0] + CSV, table[1], table[2], CSV_TYPE));
        }
        for (String[] table : TABLES) {
            all.add(new Product(table[0] + LINES, table[1] + ", as JSON Lines", table[2], LINES_TYPE));
        }
        all.add(new Product(CODEBOOK, "Codebook", "What every column means.", "text/markdown; charset=utf-8"));
        all.add(new Product(CODEBOOK_TABLE, "Codebook as a table", "One row for each column.", CSV_TYPE));
        all.add(new Product(
                DESIGN, "Design", "The study as it was published, frozen; of the newest edition.", "application/json"));
        all.add(new Product(
                MIXED_MODELS,
                "Mixed models in R",
                "A program that fits them to ratings.csv with lme4 and ordinal.",
                "text/plain; charset=utf-8"));
        for (WebMushra.File file : WebMushra.File.values()) {
            all.add(new Product(
                    STRICT + file.label() + CSV,
                    file.label() + ".csv of webMUSHRA",
                    "For analyses that were written for webMUSHRA.",
                    CSV_TYPE));
            all.add(new Product(
                    EXTENDED + file.label() + CSV,
                    file.label() + ".csv of webMUSHRA, extended",
                    "The same with participant, order of pages and place in every row.",
                    CSV_TYPE));
        }
        return List.copyOf(all);
    }
}
