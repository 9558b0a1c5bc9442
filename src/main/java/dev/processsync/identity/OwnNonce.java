package dev.processsync.identity;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.jspecify.annotations.Nullable;

/**
 * Gives a request to the engine's web applications a nonce that no other request overwrites. They
 * keep the one of the latest request where all share it: a page whose header was written before
 * another request came, and whose scripts after, is forbidden by its own policy to run them.
 */
public final class OwnNonce extends HttpServletRequestWrapper {

  private static final String NONCE = ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

  private final ServletContext context;

  public OwnNonce(HttpServletRequest request) {
    super(request);
    this.context = keepingTheNonce(request.getServletContext());
  }

  @Override
  public ServletContext getServletContext() {
    return context;
  }

  private static ServletContext keepingTheNonce(ServletContext shared) {
    AtomicReference<@Nullable Object> nonce = new AtomicReference<>();
    return (ServletContext)
        Proxy.newProxyInstance(
            OwnNonce.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) -> {
              if (arguments != null && NONCE.equals(arguments[0])) {
                if (method.getName().equals("setAttribute")) {
                  nonce.set(arguments[1]);
                  return null;
                } else if (method.getName().equals("getAttribute")) {
                  return nonce.get();
                }
              }
              try {
                return method.invoke(shared, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }
}
