package org.asemeducation.stocktake.notification;

import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.minutes.MinutesRemark;
import org.asemeducation.stocktake.cycle.minutes.MinutesSent;
import org.asemeducation.stocktake.cycle.minutes.RemarkAnswered;
import org.asemeducation.stocktake.notification.letter.NoticeWords;
import org.asemeducation.stocktake.notification.template.TemplateName;
import org.asemeducation.stocktake.notification.meeting.MeetingRoster;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts minutes to the roster, and tells who said something about them what became of it.
 */
@Component
class MinutesMails {

	private final Notices notices;

	private final MeetingRoster roster;

	private final JdbcClient jdbc;

	MinutesMails(Notices notices, MeetingRoster roster, JdbcClient jdbc) {
		this.notices = notices;
		this.roster = roster;
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional
	void on(MinutesSent sent) {
		NoticeWords words = words(TemplateName.MINUTES, sent.cycle(), sent.kind()).text("version", sent.number())
			.flag("corrected", sent.number() > 1);
		this.roster.of(sent.cycle(), sent.kind())
			.stream()
			.filter((one) -> one.usual())
			.forEach((one) -> this.notices.queue(new ContactId(one.id()), Notices.MINUTES, sent.cycle(), sent.kind(),
					words));
	}

	@EventListener
	@Transactional
	void on(RemarkAnswered answered) {
		MinutesRemark remark = answered.remark();
		NoticeWords words = words(TemplateName.MINUTES_REMARK, remark.cycle(), remark.kind())
			.flag("taken", remark.isTaken())
			.said("because", remark.because())
			.said("remark", remark.text());
		this.jdbc.sql("select id from contact where user_id = :user and active")
			.param("user", remark.user())
			.query((row, number) -> new ContactId(row.getLong("id")))
			.optional()
			.ifPresent((reader) -> this.notices.queue(reader, Notices.MINUTES, remark.cycle(), remark.kind(), words));
	}

	private static NoticeWords words(TemplateName template, CycleName cycle, MeetingKind kind) {
		return new NoticeWords(template, "/meetings/%s/%s/minutes".formatted(cycle, kind)).text("cycle", cycle)
			.text("meeting", kind);
	}

}
