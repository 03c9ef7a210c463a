package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeLinksTest {

    @Test
    void every_link_within_the_project_leads_somewhere() {
        // Given
        List<MarkdownPage> pages = Project.files(name -> name.endsWith(".md")).stream()
                .map(MarkdownPage::read)
                .toList();
        // When
        List<String> broken = new ArrayList<>();
        for (MarkdownPage page : pages) {
            page.links().stream()
                    .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
                    .filter(link -> !resolves(page, link))
                    .forEach(link -> broken.add(Project.root().relativize(page.file()) + " → " + link));
        }
        // Then
        assertThat(pages).isNotEmpty();
        assertThat(broken).isEmpty();
    }

    private static boolean resolves(MarkdownPage page, String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target =
                path.isEmpty() ? page.file() : page.file().resolveSibling(path).normalize();
        if (!target.startsWith(Project.root()) || !Files.exists(target)) {
            return false;
        }
        return hash < 0 || MarkdownPage.read(target).anchors().contains(link.substring(hash + 1));
    }
}
