package org.asemeducation.stocktake.report;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.*;
import org.springframework.stereotype.Component;

@Component
public class ReportProcess {

	private final Tasks t;

	ReportProcess(Tasks t) {
		this.t = t;
	}

	public void edited(CycleName c, String by) {
		t.complete(BusinessKey.of(c.value()), "userTask_editReport", by);
	}

	@Component
	static class R implements TaskRule {

		public java.util.Set<String> tasks() {
			return java.util.Set.of("userTask_editReport");
		}

		public Face face(String a, String l, BusinessKey k) {
			return new Face(l, java.time.Instant.parse("2023-12-20T00:00:00Z"));
		}

		public java.util.Optional<String> objection(String t, BusinessKey k) {
			return java.util.Optional.empty();
		}

	}

	@Component("compileReport")
	static class C implements org.camunda.bpm.engine.delegate.JavaDelegate {

		final Reports r;

		C(Reports r) {
			this.r = r;
		}

		public void execute(org.camunda.bpm.engine.delegate.DelegateExecution e) {
			r.compile(new CycleName(e.getProcessBusinessKey()));
		}

	}

	@Component("publishReport")
	static class P implements org.camunda.bpm.engine.delegate.JavaDelegate {

		final Reports r;

		P(Reports r) {
			this.r = r;
		}

		public void execute(org.camunda.bpm.engine.delegate.DelegateExecution e) {
			r.publish(new CycleName(e.getProcessBusinessKey()));
		}

	}

}
