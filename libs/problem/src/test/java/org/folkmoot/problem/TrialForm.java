package org.folkmoot.problem;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;

/** The form of a standard that knows one line of text. */
@Singleton
class TrialForm implements ProblemForm {

    @Override
    public boolean isOf(String path) {
        return path.startsWith("/trial/standard");
    }

    @Override
    public MediaType mediaType() {
        return MediaType.TEXT_PLAIN_TYPE;
    }

    @Override
    public byte[] write(Problem problem) {
        return "%d %s at %s"
                .formatted(problem.status(), problem.type(), problem.instance())
                .getBytes(StandardCharsets.UTF_8);
    }
}
