package org.asemeducation.stocktake.notification.letter;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.notification.template.TemplateName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a mail speaks of that invites to contribute, or asks for a change of what was
 * contributed.
 */
@Component
class ContributionWords {

	private final JdbcClient jdbc;

	private final PublicUrl publicUrl;

	ContributionWords(JdbcClient jdbc, PublicUrl publicUrl) {
		this.jdbc = jdbc;
		this.publicUrl = publicUrl;
	}

	/** By which template it is written; nothing where it speaks of something else. */
	Optional<TemplateName> template(long mail) {
		return this.jdbc.sql("""
				select kind from mail_line where mail = :mail and not dropped
				and kind in ('contribution', 'contribution-returned') order by position limit 1""")
			.param("mail", mail)
			.query(String.class)
			.optional()
			.flatMap(TemplateName::of);
	}

	Map<String, Object> of(long mail, TemplateName template) {
		return (template == TemplateName.CONTRIBUTION_RETURNED) ? returned(mail) : invited(mail);
	}

	private Map<String, Object> returned(long mail) {
		return this.jdbc.sql("""
				select p.name, p.id, m.cycle, h.remark from mail m
				join mail_line l on l.mail = m.id and l.kind = 'contribution-returned' and not l.dropped
				join party p on p.id = l.round
				join party_contribution_submitted h on h.cycle = m.cycle and h.party = p.id and h.verdict = 'returned'
				where m.id = :mail order by h.version desc limit 1""")
			.param("mail", mail)
			.query((row, number) -> Map.<String, Object>of("party", OneLine.of(row.getString("name")), "page",
					this.publicUrl.to("/contributions/%s/%d".formatted(row.getString("cycle"), row.getLong("id"))),
					"because", RoundWords.lines(row.getString("remark"))))
			.single();
	}

	private Map<String, Object> invited(long mail) {
		List<String> parties = this.jdbc.sql("""
				select p.name from mail m join party_contribution o on o.cycle = m.cycle and o.over_as is null
				join party p on p.id = o.party
				join contact_role r on r.party = p.id and r.role = 'coordinator' and r.contact = m.contact
				where m.id = :mail order by lower(p.name)""").param("mail", mail).query(String.class).list();
		return Map.of("parties", String.join(" and ", parties.stream().map(OneLine::of).toList()), "page",
				this.publicUrl.to("/my/contributions"));
	}

}
