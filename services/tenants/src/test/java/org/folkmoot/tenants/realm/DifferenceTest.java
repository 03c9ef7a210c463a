package org.folkmoot.tenants.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void what_the_template_does_not_name_is_no_difference() {
        assertThat(differences("{'a': 1}", "{'a': 1, 'theirs': true}")).isEmpty();
    }

    @Test
    void a_setting_that_differs_is_named_with_its_path() {
        assertThat(differences("{'a': {'b': true}}", "{'a': {'b': false}}"))
                .containsExactly("realm.a.b was false, wanted true");
    }

    @Test
    void a_setting_that_is_absent_is_named() {
        assertThat(differences("{'a': 300}", "{}")).containsExactly("realm.a was absent, wanted 300");
    }

    @Test
    void null_in_the_template_means_that_the_setting_must_be_absent() {
        assertThat(differences("{'a': null}", "{}")).isEmpty();
        assertThat(differences("{'a': null}", "{'a': 'ENABLED'}")).hasSize(1);
    }

    @Test
    void a_list_of_values_is_a_set() {
        assertThat(differences("{'a': ['x', 'y']}", "{'a': ['y', 'x']}")).isEmpty();
        assertThat(differences("{'a': ['x']}", "{'a': ['x', 'y']}")).hasSize(1);
    }

    @Test
    void an_element_too_many_in_a_list_of_objects_is_a_difference() {
        assertThat(differences("{'a': [{'name': 'x'}]}", "{'a': [{'name': 'x'}, {'name': 'y'}]}"))
                .containsExactly("realm.a was [x, y], wanted [x]");
    }

    @Test
    void a_member_of_a_listed_object_is_found_by_the_objects_name() {
        assertThat(differences("{'a': [{'name': 'x', 'edit': ['admin']}]}", "{'a': [{'name': 'x', 'edit': ['user']}]}"))
                .containsExactly("realm.a[x].edit was [\"user\"], wanted [\"admin\"]");
    }

    @Test
    void a_secret_is_never_written_out() {
        assertThat(differences("{'secret': 'open sesame'}", "{'secret': 'shut'}"))
                .containsExactly("realm.secret was ***, wanted ***");
    }

    @Test
    void the_overlay_keeps_what_the_template_does_not_name() {
        assertThat(Difference.overlay(json("{'a': {'x': 1, 'y': 2}, 'b': [1]}"), json("{'a': {'x': 9}, 'b': [2]}")))
                .isEqualTo(json("{'a': {'x': 9, 'y': 2}, 'b': [2]}"));
    }

    private static java.util.List<String> differences(String wanted, String found) {
        return Difference.between("realm", json(wanted), json(found)).stream()
                .map(Difference::toString)
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return RealmJson.MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
