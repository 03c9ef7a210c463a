package org.folkmoot.nhsuk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateException;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class NhsukTagsTest {

    private static Document page(String template, Map<String, Object> data) {
        return Jsoup.parse(Pages.draw(template, data));
    }

    private static Document page(String template) {
        return page(template, Map.of());
    }

    @Test
    void text_is_escaped_wherever_it_stands() {
        // Given
        String nasty = "\"'><script>alert(1)</script>&amp;";

        // When
        Document page = page("""
                {#nhsukInput name=nasty label=nasty hint=nasty error=nasty value=nasty data-note=nasty /}
                {#nhsukTable caption=nasty}{#nhsukColumn text=nasty /}
                {#nhsukRow}{#nhsukCell text=nasty href=nasty /}{/nhsukRow}{/nhsukTable}
                {#nhsukDetails summary=nasty}{nasty}{/nhsukDetails}""", Map.of("nasty", nasty));

        // Then
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("input").first().attr("value")).isEqualTo(nasty);
        assertThat(page.select("input").first().attr("data-note")).isEqualTo(nasty);
        assertThat(page.select("caption, th, td, .nhsuk-details__text").eachText())
                .hasSize(4)
                .containsOnly(nasty);
    }

    @Test
    void markup_is_taken_from_between_the_tags_and_from_values_that_are_markup() {
        // When
        Document page = page(
                "{#nhsukInsetText}<b>one</b>{/nhsukInsetText}{#nhsukTag text=markup /}",
                Map.of("markup", new RawString("<i>two</i>")));

        // Then
        assertThat(page.select(".nhsuk-inset-text b").text()).isEqualTo("one");
        assertThat(page.select(".nhsuk-tag i").text()).isEqualTo("two");
    }

    @Test
    void a_cell_with_nothing_in_it_can_be_left_out_where_a_row_is_a_list() {
        // When
        Document page = page("""
                {#nhsukTable caption='c' responsive=true}{#nhsukColumn text='a' /}{#nhsukColumn text='b' /}{#nhsukColumn text='c' /}
                {#nhsukRow}{#nhsukCell text='' /}{#nhsukCell} {/nhsukCell}{#nhsukCell text='there' /}{/nhsukRow}{/nhsukTable}""");

        // Then
        assertThat(page.select("td").eachAttr("class"))
                .containsExactly(
                        "nhsuk-table__cell nhsuk-table__cell--empty",
                        "nhsuk-table__cell nhsuk-table__cell--empty",
                        "nhsuk-table__cell");
    }

    @Test
    void a_parameter_that_is_null_counts_as_not_written() {
        // When
        Document page = page("{#nhsukInput name='code' label='Code' error=error?? value=error?? /}");

        // Then
        assertThat(page.select(".nhsuk-error-message, .nhsuk-form-group--error, [value]"))
                .isEmpty();
    }

    @Test
    void an_error_is_tied_to_its_field() {
        // When
        Document page = page("{#nhsukInput name='code' label='Code' label.size='l' hint='Six' error='Enter a code' /}");

        // Then
        assertThat(page.select("input").attr("aria-describedby")).isEqualTo("code-hint code-error");
        assertThat(page.select("#code-error").text()).isEqualTo("Error: Enter a code");
        assertThat(page.select("label.nhsuk-label--l").attr("for")).isEqualTo("code");
    }

    @Test
    void lists_are_made_of_tags_in_loops_and_conditions() {
        // When
        Document page = page("""
                {#nhsukRadios name='kind' legend='Which?' legend.size='m' value='b'}
                  {#for kind in kinds}
                    {#if kind ne 'hidden'}{#nhsukItem value=kind text=kind}about {kind}{/nhsukItem}{/if}
                  {/for}
                {/nhsukRadios}""", Map.of("kinds", List.of("a", "hidden", "b")));

        // Then
        assertThat(page.select("input[type=radio]").eachAttr("value")).containsExactly("a", "b");
        assertThat(page.select("input[checked]").eachAttr("value")).containsExactly("b");
        assertThat(page.select(".nhsuk-radios__conditional").eachText()).containsExactly("about a", "about b");
        assertThat(page.select("legend.nhsuk-fieldset__legend--m").text()).isEqualTo("Which?");
    }

    @Test
    void tags_stand_within_tags_as_deep_as_one_likes() {
        // When
        Document page = page("""
                {#nhsukTabs id='tabs'}
                  {#nhsukItem label='One'}
                    {#nhsukSummaryList}
                      {#nhsukRow key='Code' value='A1'}{#nhsukAction text='Change' href='/c' visuallyHiddenText='code' /}{/nhsukRow}
                      {#nhsukRow key='State'}{#nhsukTag text='Open' colour='green' /}{/nhsukRow}
                    {/nhsukSummaryList}
                  {/nhsukItem}
                  {#nhsukItem label='Two'}second{/nhsukItem}
                {/nhsukTabs}""");

        // Then
        assertThat(page.select(".nhsuk-tabs__panel dt").eachText()).containsExactly("Code", "State");
        assertThat(page.select(".nhsuk-tabs__panel dd .nhsuk-tag--green").text())
                .isEqualTo("Open");
        assertThat(page.select(".nhsuk-tabs__panel dd a").text()).isEqualTo("Change code");
        assertThat(page.select(".nhsuk-tabs__tab").eachAttr("href")).containsExactly("#tabs-1", "#tabs-2");
    }

    @Test
    void the_header_has_navigation_account_and_search_and_no_logo_of_the_nhs() {
        // When
        Document page = page("""
                {#nhsukHeader service='Directory' service.href='/' search.action='/search'}
                  {#nhsukNavigation}{#nhsukItem text='Practices' href='/p' current=true /}{/nhsukNavigation}
                  {#nhsukAccount}
                    {#nhsukItem text='Ada' /}
                    {#nhsukItem text='Sign out' action='/out'}<input type="hidden" name="csrf" value="x">{/nhsukItem}
                  {/nhsukAccount}
                {/nhsukHeader}""");

        // Then
        assertThat(page.select(".nhsuk-header__logo, img")).isEmpty();
        assertThat(page.select("a.nhsuk-header__service-name").attr("href")).isEqualTo("/");
        assertThat(page.select("[aria-current=page]").text()).isEqualTo("Practices");
        assertThat(page.select("form[action=/out][method=post] input[name=csrf]"))
                .hasSize(1);
        assertThat(page.select("search form").attr("action")).isEqualTo("/search");
    }

    @Test
    void an_organisation_can_stand_in_the_place_of_the_logo() {
        // When
        Document page = page("{#nhsukHeader service='Voice' service.href='/' organisation.name='Anytown' /}");

        // Then
        assertThat(page.select("a.nhsuk-header__service-logo").attr("aria-label"))
                .isEqualTo("Anytown Voice homepage");
        assertThat(page.select(".nhsuk-header__organisation-name").text()).isEqualTo("Anytown");
    }

    @Test
    void a_footer_claims_no_copyright_unasked() {
        assertThat(page("{#nhsukFooter /}").text()).isEmpty();
    }

    @Test
    void htmx_data_and_aria_become_attributes_of_the_element() {
        // When
        Document page = page("{#nhsukButton text='More' hx-get='/more' data-page='2' aria-controls='list' /}");

        // Then
        assertThat(page.select("button[hx-get=/more][data-page=2][aria-controls=list]"))
                .hasSize(1);
    }

    @Test
    void a_parameter_that_the_tag_does_not_have_is_refused_when_the_template_is_parsed() {
        assertThatThrownBy(() -> Pages.draw("{#nhsukInput name='code' lable='Code' /}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("nhsukInput has no parameter \"lable\"");
        assertThatThrownBy(() -> Pages.draw("{#nhsukRadios name='a'}{#nhsukItem valeu='1' /}{/nhsukRadios}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("nhsukItem has no parameter \"valeu\"");
    }

    @Test
    void a_part_that_stands_where_it_has_no_place_is_refused() {
        assertThatThrownBy(() -> Pages.draw("{#nhsukButton text='Go'}{#nhsukRow /}{/nhsukButton}"))
                .hasMessageContaining("nhsukRow is no part of nhsukButton");
        assertThatThrownBy(() -> Pages.draw("{#nhsukCell text='alone' /}"))
                .hasMessageContaining("nhsukCell stands outside of any tag that it could be a part of");
        assertThatThrownBy(() -> Pages.draw("{#nhsukSelect name='a'}stray{/nhsukSelect}"))
                .hasMessageContaining("nhsukSelect takes no text of its own");
    }

    @Test
    void the_name_of_an_attribute_cannot_smuggle_in_another() {
        assertThatThrownBy(() -> Attributes.none().set("a onclick", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_list_can_be_given_as_a_whole() {
        // When
        Document page = page(
                "{#nhsukBreadcrumb items=crumbs /}",
                Map.of(
                        "crumbs",
                        List.of(Options.of("text", "Home", "href", "/"), Map.of("text", "Practices", "href", "/p"))));

        // Then
        assertThat(page.select("li a").eachText()).containsExactly("Home", "Practices");
    }
}
