package org.folkmoot.tenants.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import org.apache.kafka.clients.admin.TopicDescription;
import org.folkmoot.tenants.ics.ExportPart;
import org.folkmoot.tenants.ics.IcsAtHand;

/** The topics of an ICS and the rights to them, for an export. */
@ApplicationScoped
class KafkaExport implements ExportPart {

    private final Topics topics;
    private final Acls acls;

    KafkaExport(Topics topics, Acls acls) {
        this.topics = topics;
        this.acls = acls;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public JsonNode read(IcsAtHand ics) {
        ObjectNode kafka = JsonNodeFactory.instance.objectNode();
        try {
            var list = kafka.putArray("topics");
            topics.describe(ics.tenant()).stream()
                    .sorted(Comparator.comparing(TopicDescription::name))
                    .forEach(topic -> list.addObject()
                            .put("name", topic.name())
                            .put("partitions", topic.partitions().size()));
            var rights = kafka.putArray("rights");
            acls.of(ics.tenant()).stream().map(AclPlan::inWords).sorted().forEach(rights::add);
        } catch (KafkaSilent e) {
            throw new ExportUnavailable(String.valueOf(e.getMessage()), e);
        }
        return kafka;
    }
}
