package org.folkmoot.nhsuk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InQuarkusTest {

    @Test
    void a_page_of_an_application_has_the_frame_and_the_tags_without_any_configuration() {
        // When
        Document page = page();

        // Then
        assertThat(page.title()).isEqualTo("Practices of Devon");
        assertThat(page.select("header .nhsuk-header__service-name").text()).isEqualTo("Directory");
        assertThat(page.select("main > table td > .nhsuk-link, main > table td > span > .nhsuk-link")
                        .eachText())
                .containsExactly("Rose & Crown", "<Hill>");
        assertThat(page.select("main > table td.nhsuk-table__cell--numeric").textNodes())
                .extracting(text -> text.text().strip())
                .containsExactly("8120", "12003");
    }

    @Test
    void whatever_the_page_refers_to_is_there_and_may_be_kept_for_ever() {
        // Given
        Document page = page();

        // When
        var paths = page.select("link[rel=stylesheet], script[src]").stream()
                .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href"))
                .toList();

        // Then
        assertThat(paths)
                .hasSize(4)
                .allSatisfy(path -> given().get(path)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", "public, max-age=31536000, immutable"));
    }

    @Test
    void a_picture_comes_with_its_table_and_its_file() {
        // When
        Document page = page();

        // Then
        assertThat(page.select("figure svg[role=img] desc").text())
                .isEqualTo(
                        "Of 2, <Hill> has the most with 12,003 patients and Rose & Crown the fewest with 8,120 patients.");
        assertThat(page.select("figure table td").eachText())
                .containsExactly("Rose & Crown", "8,120", "<Hill>", "12,003");
        assertThat(page.select("figure a").attr("href")).isEqualTo("/practices.csv");
    }

    @Test
    void a_strict_content_security_policy_finds_nothing_to_refuse() {
        // When
        Document page = page();

        // Then
        assertThat(page.select("style, [style], script:not([src])")).isEmpty();
    }

    private static Document page() {
        return Jsoup.parse(
                given().get("/practices").then().statusCode(200).extract().asString());
    }
}
