/* The block in the editor: which element, its attributes, and the link that stays where no script runs. No build. */
(function begin(wp, elements) {
  const { createElement, Fragment } = wp.element;
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { PanelBody, Placeholder, SelectControl, TextControl, ToggleControl } = wp.components;

  const control = (name, rule, value, change) => {
    const shared = { key: name, label: rule.label, onChange: change };
    if (rule.type === 'flag') return createElement(ToggleControl, { ...shared, checked: value === true });
    if (rule.type !== 'choice') return createElement(TextControl, { ...shared, value: value || '' });
    const options = ['', ...rule.values].map((one) => ({ value: one, label: one || '(mặc định)' }));
    return createElement(SelectControl, { ...shared, value: value || '', options });
  };

  function edit({ attributes, setAttributes }) {
    const { element, options, linkText, linkUrl } = attributes;
    const known = elements[element] || { label: element, attributes: {} };
    const written = Object.entries(options).filter(([, value]) => value !== '' && value !== false);
    const choose = createElement(SelectControl, {
      label: 'Phần tử',
      value: element,
      options: Object.entries(elements).map(([value, { label }]) => ({ value, label })),
      // What one element knows another may not.
      onChange: (value) => setAttributes({ element: value, options: {} }),
    });
    const inspector = createElement(
      InspectorControls,
      undefined,
      createElement(
        PanelBody,
        { title: 'Thuộc tính' },
        Object.entries(known.attributes).map(([name, rule]) =>
          control(name, rule, options[name], (value) =>
            setAttributes({ options: { ...options, [name]: value } }),
          ),
        ),
      ),
      createElement(
        PanelBody,
        { title: 'Khi không có script' },
        createElement(TextControl, {
          label: 'Chữ của đường dẫn',
          value: linkText,
          onChange: (value) => setAttributes({ linkText: value }),
        }),
        createElement(TextControl, {
          label: 'Địa chỉ',
          type: 'url',
          value: linkUrl,
          onChange: (value) => setAttributes({ linkUrl: value }),
        }),
      ),
    );
    const shown = createElement(
      Placeholder,
      {
        icon: 'clipboard',
        label: known.label,
        instructions:
          written.map(([name, value]) => (value === true ? name : `${name}="${value}"`)).join(' ') ||
          'Hiện đầy đủ ở trang xem trước.',
      },
      choose,
    );
    return createElement(Fragment, undefined, inspector, createElement('div', useBlockProps(), shown));
  }

  wp.blocks.registerBlockType('dvc-widgets/element', { edit, save: () => null });
})(window.wp, window.dvcWidgetsElements);
