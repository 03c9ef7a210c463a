package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListeningTest {

    @Test
    void a_socket_is_found_by_its_process_and_told_from_loopback() throws IOException {
        // Given
        try (var near = new ServerSocket();
                var far = new ServerSocket()) {
            near.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            far.bind(new InetSocketAddress(0));
            // When
            var found = Listening.of(Stream.of(ProcessHandle.current()));
            // Then
            assertThat(found)
                    .filteredOn(each -> each.port() == near.getLocalPort())
                    .isNotEmpty()
                    .allMatch(Listening::onLoopback);
            assertThat(found)
                    .filteredOn(each -> each.port() == far.getLocalPort())
                    .isNotEmpty()
                    .noneMatch(Listening::onLoopback);
        }
    }
}
