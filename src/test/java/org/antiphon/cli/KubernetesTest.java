package org.antiphon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files in {@code k8s/} are what their kinds allow, and what they name is there. */
class KubernetesTest {

    private static final Path ROOT = Path.of("k8s");
    private static final Path BASE = ROOT.resolve("base");
    private static final Set<String> KUSTOMIZATION_FIELDS =
            Set.of("apiVersion", "kind", "namespace", "labels", "resources", "images", "patches");

    @Test
    void everyDocumentHasOnlyFieldsOfItsKind() throws IOException {
        for (Path file : manifests(ROOT)) {
            for (String document : Manifests.documents(file)) {
                assertThat(Manifests.unknown(document)).as(file.toString()).isEmpty();
            }
        }
    }

    @Test
    void anUnknownFieldOrKindIsFound() {
        String pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n    - name: a\n";
        assertThat(Manifests.unknown(pod)).isEmpty();
        assertThat(Manifests.unknown(pod + "      resourcez: {}\n")).containsExactly("spec.containers[0].resourcez");
        assertThat(Manifests.unknown(pod.replace("kind: Pod", "kind: Podd"))).containsExactly("kind Podd of v1");
    }

    @Test
    void everyKustomizationNamesFilesThatExistAndLeavesNoneOut() throws IOException {
        for (Path file : kustomizations()) {
            JsonNode kustomization = new YAMLMapper().readTree(file.toFile());
            assertThat(kustomization.fieldNames())
                    .toIterable()
                    .as(file.toString())
                    .allSatisfy(name -> assertThat(KUSTOMIZATION_FIELDS).contains(name));
            List<String> named = new ArrayList<>();
            kustomization.path("resources").forEach(resource -> named.add(resource.asText()));
            kustomization.path("patches").forEach(patch -> {
                if (patch.has("path")) {
                    named.add(patch.get("path").asText());
                }
            });
            for (String name : named) {
                Path target = file.resolveSibling(name).normalize();
                assertThat(Files.isDirectory(target) ? target.resolve("kustomization.yaml") : target)
                        .as("named by " + file)
                        .isRegularFile();
            }
            assertThat(manifests(file.getParent())).as("beside " + file).allSatisfy(beside -> assertThat(named)
                    .contains(beside.getFileName().toString()));
        }
    }

    @Test
    void selectorsFindTheirPods() throws IOException {
        Map<String, PodTemplateSpec> pods = pods();
        Set<Map<String, String>> labels =
                pods.values().stream().map(pod -> pod.getMetadata().getLabels()).collect(Collectors.toSet());
        for (HasMetadata object : base()) {
            String name = object.getKind() + " " + object.getMetadata().getName();
            if (object instanceof Deployment deployment) {
                assertThat(deployment.getSpec().getSelector().getMatchLabels())
                        .as(name)
                        .isEqualTo(
                                deployment.getSpec().getTemplate().getMetadata().getLabels());
            } else if (object instanceof StatefulSet set) {
                assertThat(set.getSpec().getSelector().getMatchLabels())
                        .as(name)
                        .isEqualTo(set.getSpec().getTemplate().getMetadata().getLabels());
            } else if (object instanceof Service service) {
                assertThat(labels).as(name).contains(service.getSpec().getSelector());
                PodTemplateSpec pod = pods.get(service.getSpec().getSelector().get("app.kubernetes.io/name"));
                service.getSpec().getPorts().forEach(port -> assertThat(portNames(pod))
                        .as(name)
                        .contains(port.getTargetPort().getStrVal()));
            } else if (object instanceof NetworkPolicy policy) {
                LabelSelector selector = policy.getSpec().getPodSelector();
                selector.getMatchExpressions()
                        .forEach(
                                expression -> assertThat(pods.keySet()).as(name).containsAll(expression.getValues()));
                if (!selector.getMatchLabels().isEmpty()) {
                    assertThat(labels).as(name).contains(selector.getMatchLabels());
                }
            }
        }
    }

    @Test
    void whatAPodMountsAndReadsIsThere() throws IOException {
        Set<String> claims = names("PersistentVolumeClaim");
        Set<String> configurations = names("ConfigMap");
        pods().forEach((name, pod) -> {
            List<Volume> volumes = pod.getSpec().getVolumes();
            volumes.stream()
                    .filter(volume -> volume.getPersistentVolumeClaim() != null)
                    .forEach(volume -> assertThat(claims)
                            .as(name)
                            .contains(volume.getPersistentVolumeClaim().getClaimName()));
            Set<String> known = volumes.stream().map(Volume::getName).collect(Collectors.toSet());
            known.add("data"); // the database's, from its claim template
            for (Container container : pod.getSpec().getContainers()) {
                assertThat(container.getVolumeMounts().stream().map(VolumeMount::getName))
                        .allMatch(known::contains);
                container.getEnvFrom().forEach(from -> assertThat(configurations)
                        .as(name)
                        .contains(from.getConfigMapRef().getName()));
            }
        });
    }

    @Test
    void podsRunCommandsThatExist() throws IOException {
        Map<String, PodTemplateSpec> pods = pods();
        assertThat(pods.keySet()).containsExactlyInAnyOrder("web", "worker", "migration", "database");
        pods.forEach((name, pod) -> pod.getSpec().getContainers().stream()
                .filter(container -> container.getImage().equals("antiphon"))
                .forEach(container -> assertThat(Antiphon.commandLine().getSubcommands())
                        .as(name)
                        .containsKey(container.getArgs().get(0))));
    }

    @Test
    void podsAreBoundedAndUnprivileged() throws IOException {
        pods().forEach((name, pod) -> {
            assertThat(pod.getSpec().getSecurityContext().getRunAsNonRoot())
                    .as(name)
                    .isTrue();
            assertThat(pod.getSpec().getAutomountServiceAccountToken()).as(name).isFalse();
            for (Container container : pod.getSpec().getContainers()) {
                assertThat(container.getResources().getLimits()).as(name).containsKey("memory");
                assertThat(container.getResources().getRequests()).as(name).containsKeys("cpu", "memory");
                assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                        .as(name)
                        .isFalse();
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                        .as(name)
                        .isTrue();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                        .as(name)
                        .contains("ALL");
            }
        });
    }

    @Test
    void noSecretIsInTheRepository() throws IOException {
        for (HasMetadata object : base()) {
            assertThat(object.getKind()).isNotEqualTo("Secret");
        }
        pods().values().stream()
                .flatMap(pod -> pod.getSpec().getContainers().stream())
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getName().contains("PASSWORD"))
                .forEach((EnvVar variable) -> assertThat(variable.getValue()).isNull());
    }

    private static Set<String> portNames(PodTemplateSpec pod) {
        return pod.getSpec().getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .map(port -> port.getName())
                .collect(Collectors.toSet());
    }

    private static Set<String> names(String kind) throws IOException {
        return base().stream()
                .filter(object -> object.getKind().equals(kind))
                .map(object -> object.getMetadata().getName())
                .collect(Collectors.toSet());
    }

    private static Map<String, PodTemplateSpec> pods() throws IOException {
        return base().stream()
                .filter(object -> template(object) != null)
                .collect(Collectors.toMap(object -> object.getMetadata().getName(), KubernetesTest::template));
    }

    private static PodTemplateSpec template(HasMetadata object) {
        if (object instanceof Deployment deployment) {
            return deployment.getSpec().getTemplate();
        }
        if (object instanceof StatefulSet set) {
            return set.getSpec().getTemplate();
        }
        return object instanceof Job job ? job.getSpec().getTemplate() : null;
    }

    private static List<HasMetadata> base() throws IOException {
        List<HasMetadata> objects = new ArrayList<>();
        for (Path file : manifests(BASE)) {
            for (String document : Manifests.documents(file)) {
                objects.add((HasMetadata) Manifests.object(document));
            }
        }
        return objects;
    }

    private static List<Path> kustomizations() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.endsWith("kustomization.yaml")).toList();
        }
    }

    private static List<Path> manifests(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList();
        }
    }
}
