package org.asemeducation.stocktake.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.docx.DocxReport;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * A draft to look at before it is submitted, and to be cleared with colleagues in Word.
 */
@Controller
class UpdatePreviewPages {

	private final UpdatePreview preview;

	private final HtmlReport page;

	private final DocxReport word;

	private final CurrentPerson current;

	UpdatePreviewPages(UpdatePreview preview, HtmlReport page, DocxReport word, CurrentPerson current) {
		this.preview = preview;
		this.page = page;
		this.word = word;
		this.current = current;
	}

	@GetMapping("/i/{cycle}/{initiative}/preview")
	ResponseEntity<byte[]> page(@PathVariable String cycle, @PathVariable String initiative) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.page.write(document(cycle, initiative), out);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(ReportFormat.HTML.type())
			.header("Content-Security-Policy", HtmlReport.contentSecurityPolicy())
			.body(out.toByteArray());
	}

	@GetMapping("/i/{cycle}/{initiative}/draft.docx")
	ResponseEntity<byte[]> word(@PathVariable String cycle, @PathVariable String initiative) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.word.write(document(cycle, initiative), null, out);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(ReportFormat.DOCX.type())
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("%s-%s-draft.docx".formatted(cycle, initiative))
						.build()
						.toString())
			.body(out.toByteArray());
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		return message(refused.getMessage(),
				(refused.why() == Refused.Why.NOT_ALLOWED) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
	}

	@ExceptionHandler
	ModelAndView say(IllegalArgumentException wrong) {
		return message(wrong.getMessage(), HttpStatus.NOT_FOUND);
	}

	private static ModelAndView message(String sentence, HttpStatus status) {
		ModelAndView page = new ModelAndView("message", "sentence", sentence);
		page.setStatus(status);
		return page;
	}

	private Document document(String cycle, String initiative) {
		return this.preview.of(UpdateKey.of(cycle, initiative), this.current.get());
	}

}
