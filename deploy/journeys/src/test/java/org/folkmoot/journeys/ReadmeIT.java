package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every command that a README shows does what it says. */
class ReadmeIT {

    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    private static final List<String> PAGES =
            List.of("README.md", "deploy/examples/java/README.md", "deploy/examples/javascript/README.md");

    private final Stack stack = Stack.up();

    @TestFactory
    List<DynamicTest> each_block_of_commands_works() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        for (String page : PAGES) {
            List<DynamicTest> here = blocks(page);
            assertThat(here).as(page).isNotEmpty();
            tests.addAll(here);
        }
        return tests;
    }

    private List<DynamicTest> blocks(String page) throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(stack.root().resolve(page)));
        var tests = new ArrayList<DynamicTest>();
        while (blocks.find()) {
            String block = blocks.group(1);
            tests.add(DynamicTest.dynamicTest(block.lines().findFirst().orElse(""), () -> {
                Stack.Ended ended = stack.run(List.of("bash", "-euo", "pipefail", "-c", stack.here(block)));
                assertThat(ended.code()).as(ended.output()).isZero();
                assertThat(ended.output()).doesNotContain("\"type\":\"/problems/");
            }));
        }
        return tests;
    }
}
