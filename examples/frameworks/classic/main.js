require.config({
  paths: { jquery: 'vendor/jquery.min', bootstrap: 'vendor/bootstrap/js/bootstrap.min' },
  shim: { bootstrap: ['jquery'] },
});

require(['jquery', 'bootstrap'], function (/** @type {JQueryStatic} */ $) {
  $(function () {
    var $list = $('#list');
    var $sheet = $('#sheet');
    var language = 'vi';
    var lookup = /** @type {import('dvc-widgets').ProcedureLookup} */ ($('dvc-procedure-lookup')[0]);

    /** @param {JQuery.TriggeredEvent} event */
    function open(event) {
      var opened = /** @type {import('dvc-widgets').ProcedureOpenEvent} */ (event.originalEvent);
      $('#code').text(opened.code);
      var $shown = $('#place').children();
      // From one sheet to a related one, the sheet goes by itself.
      if ($shown.length > 0) return;
      // The search opens a sheet in its own place, unless the page says that it shows it itself.
      event.preventDefault();
      $('<dvc-procedure-detail>').attr({ code: opened.code, lang: language }).appendTo('#place');
      $list.addClass('hidden');
      $sheet.removeClass('hidden');
      $('#back').trigger('focus');
    }

    $(document).on('dvc-procedure-open', open);

    $('#back').on('click', function () {
      $('#place').empty();
      $sheet.addClass('hidden');
      $list.removeClass('hidden');
      lookup.focus();
    });

    $list.on('click', '[data-topic]', function () {
      lookup.query = $(this).data('topic');
    });

    $('#languages').on('click', 'a', function (event) {
      event.preventDefault();
      language = this.lang;
      $('dvc-procedure-lookup, dvc-procedure-detail').attr('lang', language);
    });
  });
});
