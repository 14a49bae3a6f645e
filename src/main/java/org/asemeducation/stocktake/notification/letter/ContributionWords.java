package org.asemeducation.stocktake.notification.letter;

import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.engine.PublicUrl;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a mail speaks of that invites to contribute.
 */
@Component
class ContributionWords {

	private final JdbcClient jdbc;

	private final PublicUrl publicUrl;

	ContributionWords(JdbcClient jdbc, PublicUrl publicUrl) {
		this.jdbc = jdbc;
		this.publicUrl = publicUrl;
	}

	boolean areFor(long mail) {
		return this.jdbc.sql("""
				select exists (select from mail_line where mail = :mail and kind = 'contribution' and not dropped)""")
			.param("mail", mail)
			.query(Boolean.class)
			.single();
	}

	Map<String, Object> of(long mail) {
		List<String> parties = this.jdbc.sql("""
				select p.name from mail m join party_contribution o on o.cycle = m.cycle and o.over_as is null
				join party p on p.id = o.party
				join contact_role r on r.party = p.id and r.role = 'coordinator' and r.contact = m.contact
				where m.id = :mail order by lower(p.name)""").param("mail", mail).query(String.class).list();
		return Map.of("parties", String.join(" and ", parties.stream().map(OneLine::of).toList()), "page",
				this.publicUrl.to("/my/contributions"));
	}

}
