package org.folkmoot.neighbourhood;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.folkmoot.neighbourhood.Neighbourhood.Who;

/** The service's mail server, while a test needs one; and all that the suite ever got by it. */
public final class Mails implements AutoCloseable {

    private static final List<String> EVER = new CopyOnWriteArrayList<>();

    private final String domain = UUID.randomUUID() + ".example";
    private final GreenMail server = new GreenMail(
                    new ServerSetup(Integer.getInteger(NeighbourhoodStack.MAIL_PORT), "localhost", "smtp"))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());

    /** What waits of earlier tests is not sent any more. */
    public static void forgetWaiting() {
        for (String waiting : List.of("break_glass_notice", "care_notice")) {
            Neighbourhood.sql("update " + waiting + " set taken_at = coalesce(taken_at, now()), ended_at = now(),"
                    + " ending = 'needless' where ended_at is null");
        }
    }

    /** From now on it is there. */
    public void open() {
        server.start();
    }

    /** They have used the service, and this is their box here. */
    public void reach(Who who, String box) {
        who.asks().get("/teams").then().statusCode(200);
        Neighbourhood.sql("update mailbox set mail = '%s' where subject = '%s'".formatted(address(box), who.subject()));
    }

    /** No box's is the end of another's: the server gives all whose addresses end in what it is asked for. */
    private String address(String box) {
        return box + "@" + box + "." + domain;
    }

    /** What came for that box. */
    public List<String> in(String box) {
        return Arrays.stream(server.getReceivedMessagesForDomain(address(box)))
                .map(GreenMailUtil::getWholeMessage)
                .map(Mails::decoded)
                .toList();
    }

    /** Every mail that the suite got until now. */
    public static List<String> ever() {
        return List.copyOf(EVER);
    }

    @Override
    public void close() {
        Arrays.stream(server.getReceivedMessages())
                .map(GreenMailUtil::getWholeMessage)
                .map(Mails::decoded)
                .forEach(EVER::add);
        server.stop();
        Neighbourhood.sql("update mailbox set mail = null");
    }

    private static String decoded(String text) {
        return text.replace("=\r\n", "").replace("=3D", "=").replace("\r\n", "\n");
    }
}
