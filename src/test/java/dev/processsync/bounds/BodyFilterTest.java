package dev.processsync.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BodyFilterTest {

  private final BodyFilter filter =
      new BodyFilter(new RequestProperties(64, 16, Duration.ofSeconds(30), Duration.ofSeconds(10)));

  @Test
  void aSenderWhoLeavesInMidBodyAfterTheAnswerIsNotAnsweredOnceMore()
      throws ServletException, IOException {
    MockHttpServletRequest request = new LeavingSender();
    MockHttpServletResponse response = new MockHttpServletResponse();
    FilterChain answer =
        (asked, answered) -> {
          answered.getWriter().write("{}");
          answered.flushBuffer();
        };

    filter.doFilter(request, response, answer);

    assertThat(response.getContentAsString()).isEqualTo("{}");
    assertThat(request.getAttribute(AnsweredOnce.IS_ANSWERED)).isEqualTo(true);
  }

  /** As the web server has one: it notes that its body can't be read, for an error page. */
  private static final class LeavingSender extends MockHttpServletRequest {

    LeavingSender() {
      super("POST", "/login");
      setContent(new byte[100]);
    }

    @Override
    public ServletInputStream getInputStream() {
      ServletRequest request = this;
      return new DelegatingServletInputStream(super.getInputStream()) {
        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
          IOException gone = new IOException("the sender is gone");
          request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, gone);
          throw gone;
        }
      };
    }
  }
}
