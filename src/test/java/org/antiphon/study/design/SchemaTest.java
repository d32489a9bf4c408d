package org.antiphon.study.design;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The published schema says what the records say. */
class SchemaTest {

    private static final Path PUBLISHED = Path.of("src/main/resources/org/antiphon/study/design/study.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void isPublishedAsTheRecordsAre() throws IOException {
        Path written = Path.of("target/study.schema.json");
        Files.createDirectories(written.getParent());
        Files.writeString(written, StudyDocument.schema());
        assertThat(Files.readString(PUBLISHED))
                .as("the records changed: look at the difference, then copy " + written + " to " + PUBLISHED)
                .isEqualTo(StudyDocument.schema());
    }

    @ParameterizedTest
    @FieldSource("org.antiphon.study.design.Examples#NAMES")
    void acceptsTheExamples(String name) throws IOException {
        JsonNode document = JSON.readTree(StudyDocument.canonical(Examples.study(name)));
        assertThat(problems(document)).isEmpty();
    }

    @Test
    void refusesWhatTheReaderRefusesForItsShape() throws IOException {
        ObjectNode good = (ObjectNode) JSON.readTree(StudyDocument.canonical(Examples.study("etudes")));
        assertThat(problems(good.deepCopy().put("colour", "red")))
                .singleElement()
                .asString()
                .contains("colour");
        assertThat(problems(good.deepCopy().put("format", 2)))
                .singleElement()
                .asString()
                .contains("enum");
        assertThat(problems(good.deepCopy().put("id", "An id")))
                .singleElement()
                .asString()
                .contains("pattern");
        assertThat(problems(good.deepCopy().without("title")))
                .singleElement()
                .asString()
                .contains("title");
        ObjectNode kind = good.deepCopy();
        ((ObjectNode) kind.get("conditions").get(0)).put("kind", "groundtruth");
        assertThat(problems(kind)).singleElement().asString().contains("oneOf");
    }

    @Test
    void describesEveryKeyForEditors() throws IOException {
        JsonNode schema = JSON.readTree(StudyDocument.schema());
        for (JsonNode properties : schema.findValues("properties")) {
            properties.fields().forEachRemaining(property -> {
                if (!property.getKey().equals("kind")) {
                    assertThat(property.getValue().path("description").asText())
                            .as(property.getKey())
                            .endsWith(".");
                }
            });
        }
    }

    private static List<String> problems(JsonNode document) throws IOException {
        JsonNode schema = JSON.readTree(Files.readString(PUBLISHED, StandardCharsets.UTF_8));
        return new SmallSchemaValidator(schema).problems(document);
    }
}
