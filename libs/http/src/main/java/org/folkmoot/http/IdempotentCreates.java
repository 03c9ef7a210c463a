package org.folkmoot.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import org.folkmoot.http.AnswerStore.Claim;
import org.folkmoot.http.AnswerStore.Create;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.tenancy.Caller;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Does what {@link Idempotent} promises, around the transactions of the method that it marks. */
@Interceptor
@Idempotent
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
class IdempotentCreates {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CurrentVertxRequest current;
    private final Caller caller;
    private final BodyFingerprint fingerprint;
    private final AnswerStore answers;
    private final ObjectMapper json;

    IdempotentCreates(
            CurrentVertxRequest current,
            Caller caller,
            BodyFingerprint fingerprint,
            AnswerStore answers,
            ObjectMapper json) {
        this.current = current;
        this.caller = caller;
        this.fingerprint = fingerprint;
        this.answers = answers;
        this.json = json;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext method) throws Exception {
        String header = method.getInterceptorBinding(Idempotent.class).header();
        Create create = create(header);
        QuarkusTransaction.begin();
        try {
            return switch (answers.claim(create)) {
                case Claim.New() -> work(create, method);
                case Claim.Answered(Answer answer) -> again(answer, method);
                case Claim.OtherRequest() ->
                    throw new ProblemException(Problem.of(CommonProblem.IDEMPOTENCY_KEY_REUSED)
                            .withDetail("Take a new key for a new thing, or repeat the first request unchanged.")
                            .withError("#header/" + header, "was used for another request"));
                case Claim.InProgress() ->
                    throw new ProblemException(Problem.of(CommonProblem.CONFLICT)
                            .withDetail("A request with this key is in progress. Repeat it in a moment to get its"
                                    + " answer.")
                            .withRetryAfter(PAUSE));
            };
        } finally {
            // Whatever did not commit took no place.
            if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                QuarkusTransaction.rollback();
            }
        }
    }

    private @Nullable Object work(Create create, InvocationContext method) throws Exception {
        Object result = method.proceed();
        Answer answer = Answer.of(result, method.getMethod().getAnnotation(ResponseStatus.class), json);
        if (answer.isFailure()) {
            return result;
        }
        if (answer.isRefusal() && QuarkusTransaction.getStatus() == Status.STATUS_MARKED_ROLLBACK) {
            // The use case refused and undid what it had begun; a refusal has no effect that could take place twice.
            return result;
        }
        answers.keep(create, answer);
        QuarkusTransaction.commit();
        return result;
    }

    /** A result of whatever type the method has: the answer as such, or thrown past a method that gives values. */
    private static Object again(Answer answer, InvocationContext method) {
        Response response = answer.again();
        if (method.getMethod().getReturnType() == Response.class) {
            return response;
        }
        throw new WebApplicationException(response);
    }

    private Create create(String header) throws IOException {
        HttpServerRequest request = current.getCurrent().request();
        IdempotencyKey key = IdempotencyKey.of(header, request.headers().getAll(header));
        return Create.of(caller.subject(), request.method().name(), request.path(), key, fingerprint.ofRequest());
    }
}
