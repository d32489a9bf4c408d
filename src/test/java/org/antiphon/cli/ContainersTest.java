package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The files in {@code docker/} fit together and run commands that exist. */
class ContainersTest {

    private static final Path DOCKER = Path.of("docker");
    private static final Set<String> TOP = Set.of("name", "services", "volumes", "secrets", "networks", "configs");
    private static final Set<String> SERVICE = Set.of(
            "image",
            "build",
            "command",
            "restart",
            "environment",
            "secrets",
            "volumes",
            "ports",
            "healthcheck",
            "depends_on",
            "read_only",
            "cap_drop",
            "security_opt");

    @Test
    void composeHasOnlyFieldsThatComposeKnows() throws IOException {
        JsonNode compose = compose();
        names(compose).forEach(name -> assertThat(name.startsWith("x-") || TOP.contains(name))
                .as(name)
                .isTrue());
        compose.get("services").forEach(service -> assertThat(SERVICE).containsAll(names(service)));
    }

    @Test
    void composeNamesServicesVolumesAndSecretsThatExist() throws IOException {
        JsonNode compose = compose();
        List<String> services = names(compose.get("services"));
        assertThat(services).containsExactlyInAnyOrder("database", "migration", "web", "worker");
        for (JsonNode service : compose.get("services")) {
            service.path("secrets")
                    .forEach(secret -> assertThat(names(compose.get("secrets"))).contains(secret.asText()));
            assertThat(services).containsAll(names(service.path("depends_on")));
            for (JsonNode volume : service.path("volumes")) {
                if (!volume.asText().startsWith("/")) {
                    assertThat(names(compose.get("volumes")))
                            .contains(volume.asText().split(":", 2)[0]);
                }
            }
        }
    }

    @Test
    void composeRunsCommandsThatExist() throws IOException {
        for (JsonNode service : compose().get("services")) {
            if (service.has("command")) {
                assertThat(Antiphon.commandLine().getSubcommands())
                        .containsKey(service.get("command").get(0).asText());
            }
        }
    }

    @Test
    void thePasswordStaysOutOfTheRepository() throws IOException {
        String file =
                compose().get("secrets").get("postgres-password").get("file").asText();
        String ignored = "docker/" + Path.of(file).normalize();
        assertThat(Files.readAllLines(Path.of(".gitignore"))).contains(ignored);
        assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains(ignored);
    }

    @Test
    void theImageCopiesWhatIsThereFromStagesThatAreNamedBefore() throws IOException {
        List<String> stages = new ArrayList<>();
        for (String line : instructions()) {
            Matcher from = Pattern.compile("FROM (\\S+) AS (\\S+)").matcher(line);
            if (from.matches()) {
                boolean ours = !from.group(1).contains(":") && !from.group(1).contains("$");
                assertThat(!ours || stages.contains(from.group(1))).as(line).isTrue();
                stages.add(from.group(2));
            }
            Matcher copy = Pattern.compile("COPY (?:--from=(\\S+) )?(.+) \\S+").matcher(line);
            if (copy.matches() && copy.group(1) != null) {
                assertThat(stages).contains(copy.group(1));
            } else if (copy.matches()) {
                assertThat(copy.group(2).split(" "))
                        .allSatisfy(source -> assertThat(Path.of(source)).exists());
            }
        }
        assertThat(stages).contains("build", "variant-cpu", "variant-cuda", "run");
    }

    @Test
    void theImageRunsAsAnOrdinaryUser() throws IOException {
        assertThat(instructions()).filteredOn(line -> line.startsWith("USER ")).containsExactly("USER 10001:10001");
    }

    @Test
    void scriptsStopAtTheFirstFailure() throws IOException {
        try (Stream<Path> scripts = Files.list(DOCKER)) {
            scripts.filter(file -> file.toString().endsWith(".sh")).forEach(file -> assertThat(file)
                    .content()
                    .startsWith("#!/usr/bin/env bash\n")
                    .contains("set -euo pipefail"));
        }
        assertThat(Path.of(".ci/run")).isExecutable().content().contains("set -euo pipefail");
    }

    private static Stream<String> instructionLines() throws IOException {
        return Files.readString(DOCKER.resolve("Dockerfile"))
                .replace("\\\n", " ")
                .lines();
    }

    private static List<String> instructions() throws IOException {
        return instructionLines().filter(line -> line.matches("[A-Z]+ .*")).toList();
    }

    /** With YAML's merge keys resolved, which Jackson does not do. */
    private static JsonNode compose() throws IOException {
        return new ObjectMapper().valueToTree(new Yaml().load(Files.readString(DOCKER.resolve("compose.yaml"))));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
