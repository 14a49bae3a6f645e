package org.asemeducation.stocktake.rehearsal;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * The addresses whose mailboxes are gone by now.
 */
@Component
class RefusedAddresses {

	private final Set<String> addresses = ConcurrentHashMap.newKeySet();

	void add(String address) {
		this.addresses.add(address.toLowerCase(Locale.ROOT));
	}

	boolean contains(String address) {
		return this.addresses.contains(address.toLowerCase(Locale.ROOT));
	}

}
