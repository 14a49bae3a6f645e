package org.asemeducation.stocktake.access.throttle;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a request comes from, as far as one person or household has it: an IPv4 address,
 * or the first 64 bits of an IPv6 address. Behind a proxy it is what the proxy says.
 */
public final class ClientAddress {

	private static final int NETWORK_BYTES = 8;

	private static final int LONGEST = 64;

	private ClientAddress() {
	}

	/**
	 * Of a request.
	 * @param request at hand
	 * @return a short text, the same for the same client
	 */
	public static String of(HttpServletRequest request) {
		return of(request.getRemoteAddr());
	}

	static String of(String address) {
		// only what has a colon is parsed: a name would be looked up
		if (address.indexOf(':') >= 0) {
			try {
				byte[] bytes = InetAddress.getByName(address).getAddress();
				if (bytes.length > NETWORK_BYTES) {
					return HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES));
				}
				return InetAddress.getByAddress(bytes).getHostAddress();
			}
			catch (UnknownHostException ex) {
				return "unreadable";
			}
		}
		return address.substring(0, Math.min(address.length(), LONGEST));
	}

}
