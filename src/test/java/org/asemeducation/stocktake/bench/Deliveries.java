package org.asemeducation.stocktake.bench;

import java.util.List;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.asemeducation.stocktake.engine.SimulatedClock;
import org.asemeducation.stocktake.notification.transport.Sink;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Mails that leave: ours by the job executor, from the end of their bundling time to the
 * server's answer, and the same texts by a bare loop over one open connection.
 */
@TestComponent
class Deliveries {

	private final JobExecutor executor;

	private final SimulatedClock clock;

	private final JdbcTemplate jdbc;

	Deliveries(ProcessEngine engine, SimulatedClock clock, JdbcTemplate jdbc) {
		this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
		this.clock = clock;
		this.jdbc = jdbc;
	}

	/** Leaves all jobs alone until there is something to deliver. */
	void rest() {
		this.executor.shutdown();
	}

	/** Suspends all mails but the last so many. */
	void only(int mails) {
		this.jdbc.update("""
				update act_ru_job set suspension_state_ = 2 where process_def_key_ = 'mail'
				and process_instance_id_ not in (select process_instance from mail where process_instance is not null
				    and state = 'queued' order by id desc limit ?)""", mails);
	}

	/** Delivers so many; gives up when nothing has come for ten seconds. */
	double mailsASecond(Sink sink, int mails) throws InterruptedException {
		this.clock.moveTo(this.clock.instant().plusSeconds(120));
		int before = sink.mails();
		int taken = before;
		long start = System.nanoTime();
		long last = start;
		this.executor.start();
		try {
			while (taken < before + mails && System.nanoTime() - last < 10e9) {
				Thread.sleep(5);
				if (sink.mails() > taken) {
					taken = sink.mails();
					last = System.nanoTime();
				}
			}
			return (taken - before) / ((last - start) / 1e9);
		}
		finally {
			this.executor.shutdown();
		}
	}

	/** The bare loop. */
	double floor(Sink sink, int mails) throws MessagingException {
		List<Text> texts = this.jdbc.query(
				"select recipient, subject, text, html from mail where state = 'sent' order by id desc limit ?",
				(row, number) -> new Text(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
				mails);
		Session session = Session.getInstance(new Properties());
		long start = System.nanoTime();
		try (Transport transport = session.getTransport("smtp")) {
			transport.connect("127.0.0.1", sink.port(), null, null);
			for (Text text : texts) {
				Message message = text.message(session);
				transport.sendMessage(message, message.getAllRecipients());
			}
		}
		return texts.size() / ((System.nanoTime() - start) / 1e9);
	}

	private record Text(String recipient, String subject, String plain, String html) {

		MimeMessage message(Session session) throws MessagingException {
			MimeMessage message = new MimeMessage(session);
			message.setFrom(new InternetAddress("aes@example.org"));
			message.setRecipient(Message.RecipientType.TO, new InternetAddress(this.recipient));
			message.setSubject(this.subject, "UTF-8");
			MimeMultipart parts = new MimeMultipart("alternative");
			parts.addBodyPart(part(this.plain, "plain"));
			parts.addBodyPart(part(this.html, "html"));
			message.setContent(parts);
			message.saveChanges();
			return message;
		}

		private static MimeBodyPart part(String content, String subtype) throws MessagingException {
			MimeBodyPart part = new MimeBodyPart();
			part.setText(content, "UTF-8", subtype);
			return part;
		}

	}

}
