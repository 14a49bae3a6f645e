package org.asemeducation.stocktake.notification;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.ContactId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads who may be reminded: whoever is active and speaks for a party as a coordinator.
 */
@Component
class CoordinatorContacts {

	private final JdbcClient jdbc;

	CoordinatorContacts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Everybody who may be reminded.
	 * @param zone where somebody is who names no zone of their own: the cycle's
	 * @return in any order
	 */
	List<LocalContact> in(ZoneId zone) {
		return this.jdbc.sql("""
				select c.id, c.zone from contact c where c.active
				and exists (select from contact_role s where s.contact = c.id and s.role = 'coordinator')""")
			.query((row, number) -> new LocalContact(new ContactId(row.getLong("id")),
					Optional.ofNullable(row.getString("zone")).map(ZoneId::of).orElse(zone)))
			.list();
	}

}
