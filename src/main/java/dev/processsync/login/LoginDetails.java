package dev.processsync.login;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * How and from where somebody logs in: the details of Spring Security's authentication.
 *
 * @param source what wrong passwords are counted for
 */
record LoginDetails(LoginWay way, String source) {

  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final int NETWORK_BYTES = 8;
  private static final int LONGEST = 64;

  static LoginDetails of(LoginWay way, HttpServletRequest request) {
    return new LoginDetails(way, source(request.getRemoteAddr()));
  }

  /** The address; of IPv6 its network, for one machine has all addresses of one. */
  static String source(String address) {
    if (IPV6.matcher(address).matches()) {
      try {
        InetAddress read = InetAddress.getByName(address);
        if (read instanceof Inet6Address) {
          byte[] network = Arrays.copyOf(read.getAddress(), NETWORK_BYTES);
          return InetAddress.getByAddress(Arrays.copyOf(network, 2 * NETWORK_BYTES))
              .getHostAddress();
        }
        return read.getHostAddress();
      } catch (UnknownHostException e) {
        return address.substring(0, Math.min(address.length(), LONGEST));
      }
    }
    return address.substring(0, Math.min(address.length(), LONGEST));
  }
}
