package org.asemeducation.stocktake.notification;

import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.HostSteps;
import org.asemeducation.stocktake.cycle.hosting.HostAsked;
import org.asemeducation.stocktake.notification.letter.NoticeWords;
import org.asemeducation.stocktake.notification.template.TemplateName;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the contacts of a host that a step of their meeting waits for them.
 */
@Component
class HostMails {

	private final Notices notices;

	private final JdbcClient jdbc;

	HostMails(Notices notices, JdbcClient jdbc) {
		this.notices = notices;
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional
	void on(HostAsked asked) {
		String what = switch (asked.step()) {
			case HostSteps.PROPOSE_DATE_AND_PLACE -> "propose date and place";
			case HostSteps.NAME_THEME -> "name the theme";
			case HostSteps.GIVE_PROGRAMME -> "give the programme";
			default -> "send the list of participants";
		};
		NoticeWords words = new NoticeWords(TemplateName.HOST_STEP, "/camunda/app/tasklist/default/")
			.text("cycle", asked.cycle())
			.text("meeting", asked.kind())
			.text("step", what);
		this.jdbc.sql("""
				select distinct c.id from contact c join contact_role r on r.contact = c.id and r.role = 'coordinator'
				where c.active and r.party = :party order by c.id""")
			.param("party", asked.party().value())
			.query((row, number) -> new ContactId(row.getLong("id")))
			.list()
			.forEach((reader) -> this.notices.queue(reader, Notices.HOST, asked.cycle(), asked.kind(), words));
	}

}
