package org.folkmoot.tenants.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.folkmoot.tenants.TenantsStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = TenantsStack.class, initArgs = @ResourceArg(name = "database", value = "tenants_test"))
class KafkaAdminTest {

    @Inject
    KafkaAdmin kafka;

    @Inject
    KafkaConfig config;

    @Test
    void whoever_waits_for_several_pieces_of_work_waits_no_longer_than_for_one_answer() throws Exception {
        // Given: pieces of work of which none is ever answered, begun for as long as there is time
        var begun = new AtomicInteger();
        // When
        kafka.promptly(() -> {
            while (kafka.left().compareTo(KafkaAdmin.LEAST) > 0) {
                assertThat(kafka.left()).isLessThanOrEqualTo(config.patience());
                begun.incrementAndGet();
                assertThatThrownBy(() -> kafka.work(session -> session.answer(new KafkaFutureImpl<>())))
                        .isInstanceOf(KafkaSilent.class);
            }
            return begun;
        });
        // Then
        assertThat(begun).hasValue(1);
        assertThat(kafka.left()).isEqualTo(config.patience());
    }
}
