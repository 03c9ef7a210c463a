package org.folkmoot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The section "On Kubernetes" of docs/operating.md, as far as no cluster is needed. */
class DocumentTest {

    private static final Pattern SECTION = Pattern.compile("\n## On Kubernetes\n(.*?)\n## ", Pattern.DOTALL);
    private static final Pattern VALUES = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MADE =
            Pattern.compile("kubectl create secret generic \"?(?<name>[^ \"]+)\"?(?<rest>.*)");
    private static final Pattern KEY = Pattern.compile("--from-literal \"?(?<key>[a-z-]+)=");
    private static final Pattern FILE = Pattern.compile("--values (?<file>\\S+)");

    private final String section = found(SECTION, read("../docs/operating.md"));
    private final String values = found(VALUES, section);

    @Test
    void its_values_make_a_release_of_the_servers_and_one_of_the_services() {
        Manifests servers = Chart.render(Chart.text("values-servers.yaml"), values, "ingress: {kind: none}");
        assertThat(servers.of("Deployment")).isEmpty();
        assertThat(servers.of("Cluster")).hasSize(1);
        Manifests services = Chart.render(values, "image: {tag: 1.3.0}");
        assertThat(services.of("Ingress")).hasSize(1);
        assertThat(services.the("Deployment", "folkmoot-registry")
                        .pod()
                        .at("/containers/0/image")
                        .asText())
                .isEqualTo("registry.example.org/folkmoot/registry:1.3.0");
    }

    @Test
    void whatever_secret_the_chart_looks_for_is_made_by_its_commands() {
        Set<String> looksFor = new TreeSet<>();
        Chart.render().withPods().forEach(each -> looksFor.addAll(each.secrets().values()));
        Manifests servers = Chart.render(Chart.text("values-servers.yaml"));
        servers.of("Cluster")
                .flatMap(each -> Manifest.items(each.at("/spec/managed/roles")))
                .forEach(each -> looksFor.add(each.at("/passwordSecret/name").asText() + "/password"));
        servers.of("Keycloak").forEach(each -> {
            looksFor.add(each.at("/spec/db/passwordSecret/name").asText() + "/"
                    + each.at("/spec/db/passwordSecret/key").asText());
            looksFor.add(each.at("/spec/db/usernameSecret/name").asText() + "/"
                    + each.at("/spec/db/usernameSecret/key").asText());
            looksFor.add(each.at("/spec/bootstrapAdmin/service/secret").asText() + "/client-id");
        });
        assertThat(looksFor).hasSizeGreaterThan(30);
        assertThat(made()).containsAll(looksFor);
    }

    @Test
    void its_commands_name_files_that_are_there() {
        List<String> files = FILE.matcher(section)
                .results()
                .map(each -> each.group("file"))
                .distinct()
                .toList();
        assertThat(files).contains("my-values.yaml", "helm/folkmoot/values-servers.yaml");
        assertThat(files)
                .filteredOn(each -> !each.equals("my-values.yaml"))
                .allSatisfy(each -> assertThat(Path.of("..").resolve(each)).exists());
    }

    /** Every secret that the commands make, as {@code name/key}. */
    private Set<String> made() {
        Set<String> made = new TreeSet<>();
        COMMANDS.matcher(section)
                .results()
                .flatMap(each -> each.group(1).replace("\\\n", " ").lines())
                .map(MADE::matcher)
                .filter(Matcher::find)
                .forEach(each -> KEY.matcher(each.group("rest"))
                        .results()
                        .flatMap(key -> names(each.group("name")).map(name -> name + "/" + key.group("key")))
                        .forEach(made::add));
        return made;
    }

    private static Stream<String> names(String name) {
        return Chart.SERVICES.stream()
                .map(service -> name.replace("$service", service))
                .flatMap(each -> Stream.of("owner", "app", "relay", "read").map(role -> each.replace("$role", role)))
                .distinct();
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
